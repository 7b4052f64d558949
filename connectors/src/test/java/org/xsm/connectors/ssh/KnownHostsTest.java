package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.connectors.ssh.KnownHosts.Verdict.DIFFERENT;
import static org.xsm.connectors.ssh.KnownHosts.Verdict.KNOWN;
import static org.xsm.connectors.ssh.KnownHosts.Verdict.REVOKED;
import static org.xsm.connectors.ssh.KnownHosts.Verdict.UNKNOWN;

import org.junit.jupiter.api.Test;

class KnownHostsTest {
  private static final KnownHosts FILE =
      KnownHosts.parse(
          """
          # comment
          192.168.5.101,xen1 ssh-ed25519 AAAA1 root@xen1
          192.168.5.101 ssh-rsa BBBB
          [127.0.0.1]:2222\tssh-ed25519   CCCC
          192.168.5.* ssh-ed25519 DDDD
          @cert-authority 192.168.5.102 ssh-ed25519 EEEE
          @revoked 192.168.5.103 ssh-ed25519 FFFF
          192.168.5.103 ssh-ed25519 FFFF
          # The name is 192.168.5.104, hashed by ssh-keygen -H.
          |1|c2FsdHNhbHRzYWx0c2FsdHNhbHQ=|7qBeVutFtUPursk6syGeedmrjkM= ssh-ed25519 GGGG
          |1|!|! ssh-ed25519 HHHH
          short line
          """);

  @Test
  void every_line_of_a_host_counts() {
    assertThat(FILE.judge("192.168.5.101", "ssh-ed25519", "AAAA1")).isEqualTo(KNOWN);
    assertThat(FILE.judge("192.168.5.101", "ssh-rsa", "BBBB")).isEqualTo(KNOWN);
    assertThat(FILE.judge("192.168.5.101", "ssh-rsa", "AAAA1")).isEqualTo(DIFFERENT);
    assertThat(FILE.keyTypes("192.168.5.101")).containsExactlyInAnyOrder("ssh-ed25519", "ssh-rsa");
  }

  @Test
  void names_match_exactly() {
    assertThat(FILE.judge("[127.0.0.1]:2222", "ssh-ed25519", "CCCC")).isEqualTo(KNOWN);
    assertThat(FILE.judge("[127.0.0.1]:22222", "ssh-ed25519", "CCCC")).isEqualTo(UNKNOWN);
    assertThat(FILE.judge("[127.0.0.1]:222", "ssh-ed25519", "CCCC")).isEqualTo(UNKNOWN);
    assertThat(FILE.judge("127.0.0.1", "ssh-ed25519", "CCCC")).isEqualTo(UNKNOWN);
    assertThat(FILE.judge("192.168.5.1", "ssh-rsa", "BBBB")).isEqualTo(UNKNOWN);
    assertThat(FILE.judge("192.168.5.200", "ssh-ed25519", "DDDD")).isEqualTo(UNKNOWN);
  }

  @Test
  void authorities_are_no_keys_and_revoked_keys_are_refused() {
    assertThat(FILE.judge("192.168.5.102", "ssh-ed25519", "EEEE")).isEqualTo(UNKNOWN);
    assertThat(FILE.judge("192.168.5.103", "ssh-ed25519", "FFFF")).isEqualTo(REVOKED);
  }

  @Test
  void hashed_names_are_recognised() {
    assertThat(FILE.judge("192.168.5.104", "ssh-ed25519", "GGGG")).isEqualTo(KNOWN);
    assertThat(FILE.judge("192.168.5.105", "ssh-ed25519", "GGGG")).isEqualTo(UNKNOWN);
  }
}
