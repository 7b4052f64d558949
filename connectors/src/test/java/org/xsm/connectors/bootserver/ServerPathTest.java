package org.xsm.connectors.bootserver;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "etc",
        "./etc",
        "//etc",
        "/etc/",
        "/etc//x",
        "/etc/..",
        "/../etc",
        "/a/./b",
        "/a b",
        "/a\nb",
        "/a'b",
        "/a$b",
        "/a*",
        "/ä",
        "/a\u0000"
      })
  void what_tools_could_read_otherwise_is_no_path(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ServerPath(text));
  }
}
