package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.LocalProgram;
import org.xsm.connectors.bootserver.Tool;

class KnownHostsFileTest {
  private static final String HOST = "192.168.5.105";

  @TempDir Path folder;
  private Path file;
  private KnownHostsFile known;
  private PublicKey key;
  private String entry;

  @BeforeEach
  void makeKey() throws Exception {
    file = folder.resolve("ssh/known_hosts");
    known = new KnownHostsFile(file);
    key = new KeyFile(folder.resolve("key"), "xsm").pair().getPublic();
    entry = PublicKeyEntry.toString(key);
  }

  private void write(String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void the_first_line_makes_the_file() throws Exception {
    known.put(HOST, key);
    assertThat(file).hasContent(HOST + " " + entry + "\n");
  }

  @Test
  void older_lines_of_the_host_give_way_and_all_else_stays() throws Exception {
    write(
        """
        # 192.168.5.105 is xen5
        192.168.5.105 ssh-rsa AAAA
        192.168.5.106 ssh-ed25519 BBBB root@xen6

        xen5,192.168.5.105 ssh-ed25519 CCCC root@xen5
        @revoked 192.168.5.105 ssh-ed25519 DDDD
        192.168.5.1050 ssh-ed25519 EEEE""");
    known.put(HOST, key);
    String expected =
        """
        # 192.168.5.105 is xen5
        192.168.5.106 ssh-ed25519 BBBB root@xen6

        xen5 ssh-ed25519 CCCC root@xen5
        @revoked 192.168.5.105 ssh-ed25519 DDDD
        192.168.5.1050 ssh-ed25519 EEEE
        """;
    assertThat(Files.readString(file)).isEqualTo(expected + HOST + " " + entry + "\n");
  }

  @Test
  void what_is_right_already_is_not_written_again() throws Exception {
    write(HOST + " " + entry + "\n192.168.5.106 ssh-ed25519 BBBB\n");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);
    known.put(HOST, key);
    known.remove("192.168.5.106", key);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
  }

  @Test
  void only_this_key_of_this_host_is_taken_away() throws Exception {
    String others = "192.168.5.106 " + entry + "\n" + HOST + " ssh-ed25519 BBBB\n";
    write(others + HOST + " " + entry + " xen5\n");
    known.remove(HOST, key);
    assertThat(file).hasContent(others);
  }

  @Test
  void odd_octets_modes_and_links_are_kept() throws Exception {
    Path real = folder.resolve("real");
    byte[] odd = "# M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(real, odd);
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, real);
    known.put(HOST, key);
    assertThat(file).isSymbolicLink();
    assertThat(Files.readAllBytes(real)).startsWith(odd);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void openssh_reads_what_we_write_and_we_what_openssh_hashes() throws Exception {
    String keygen = Tool.find("/usr/bin/ssh-keygen");
    known.put(HOST, key);
    known.put("[127.0.0.1]:2222", key);
    for (String host : List.of(HOST, "[127.0.0.1]:2222")) {
      assertThat(run(keygen, "-F", host, "-f", file.toString())).contains(host + " " + entry);
    }
    run(keygen, "-H", "-f", file.toString());
    assertThat(Files.readString(file)).doesNotContain(HOST);
    known.put(HOST, key);
    assertThat(Files.readAllLines(file)).hasSize(2).last().isEqualTo(HOST + " " + entry);
  }

  private static String run(String... command) throws Exception {
    return new LocalProgram().run(List.of(command), "", Duration.ofSeconds(20)).output();
  }
}
