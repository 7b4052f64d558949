package org.xsm.engine.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.terminal.Nobody;
import org.xsm.engine.commandline.terminal.Screen;
import picocli.CommandLine;

/** The manual page says what the commands say of themselves; it is written when it is missing. */
class ManPageTest {
  private static final Path PAGE = Path.of("../docs/xsm.1");

  @Test
  void the_page_in_docs_is_what_the_commands_say() throws Exception {
    String page = new ManPage(everything()).text();
    if (Files.notExists(PAGE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("delete docs/xsm.1, run this test, and look at what it has written")
        .isEqualTo(page);
  }

  @Test
  void every_exit_code_stands_in_it() {
    String page = new ManPage(everything()).text();
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains(".B " + code.number() + "\n");
    }
  }

  @Test
  @EnabledIf("hasGroff")
  void groff_reads_it_without_a_warning() throws Exception {
    String page = new ManPage(everything()).text();
    Process groff =
        new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z")
            .redirectErrorStream(true)
            .start();
    groff.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    groff.getOutputStream().close();
    assertThat(new String(groff.getInputStream().readAllBytes())).isEmpty();
    assertThat(groff.waitFor()).isZero();
  }

  static boolean hasGroff() {
    return Files.isExecutable(Path.of("/usr/bin/groff"));
  }

  private static CommandLine everything() {
    return Xsm.commandLine(Nobody.console(OutputStream.nullOutputStream(), Screen.Kind.FILE));
  }
}
