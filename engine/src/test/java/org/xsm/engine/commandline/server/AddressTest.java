package org.xsm.engine.commandline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.engine.commandline.terminal.Ending;

class AddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8080", "http://127.0.0.2", "https://xsm", "http://[::1]"})
  void what_is_sent_to_this_machine_or_by_tls_is_read_by_nobody(String address) {
    assertThat(Address.parse(address).isSecret()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://xsm",
        "HTTP://10.0.0.1:8080/",
        "http://localhost.example.org",
        "http://127.example.org",
        "http://127.0.0.1.example.org"
      })
  void elsewhere_it_may_be_read(String address) {
    assertThat(Address.parse(address).isSecret()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xsm",
        "ftp://xsm",
        "http:///x",
        "http://me:secret@xsm",
        "http://x/?a",
        "http://a b"
      })
  void what_is_no_place_for_a_manager_is_refused(String address) {
    assertThatThrownBy(() -> Address.parse(address)).isInstanceOf(Ending.class);
  }

  @Test
  void a_manager_may_stand_below_a_path() {
    assertThat(Address.parse("https://host/xsm").at("api/runs"))
        .hasToString("https://host/xsm/api/runs");
    assertThat(XsmServer.segment("../a b?c")).isEqualTo("..%2Fa%20b%3Fc");
  }

  @Test
  void who_cannot_be_reached_is_named_with_what_to_do() {
    Address address = Address.parse("https://xsm");
    assertThat(new Unreachable(address, new HttpTimeoutException("late")).ending())
        .hasMessageContaining("No manager answers at https://xsm (late)");
    assertThat(new Unreachable(address, new IOException()).ending())
        .hasMessageContaining("(connection lost)");
    assertThat(new Unreachable(address, new SSLHandshakeException("who?")).ending())
        .hasMessageContaining("--ca FILE");
  }
}
