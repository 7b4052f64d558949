package org.xsm.connectors.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "-n",
        "--",
        "it's",
        "''",
        "$(id)",
        "`id`",
        "${HOME}",
        "a\nb\n",
        "\t",
        "\\",
        "\"",
        "*",
        "~",
        "!!",
        "#",
        ";|&<>",
        "ünï ☃ 😀",
        "\u001b[31m",
        "\r"
      })
  void a_word_reaches_a_program_as_it_is(String word) throws Exception {
    String line = ShellWord.commandLine("printf", "%s.", word, "end");

    Process shell = new ProcessBuilder("/bin/sh").start();
    try (OutputStream input = shell.getOutputStream()) {
      input.write(line.getBytes(StandardCharsets.UTF_8));
    }

    byte[] output = shell.getInputStream().readAllBytes();
    assertThat(new String(output, StandardCharsets.UTF_8)).isEqualTo(word + ".end.");
  }

  @Test
  void a_word_cannot_hold_a_nul() {
    assertThatIllegalStateException().isThrownBy(() -> new ShellWord("a\0b"));
  }
}
