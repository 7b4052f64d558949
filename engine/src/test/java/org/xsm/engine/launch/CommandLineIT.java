package org.xsm.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.engine.crash.RunningJar;

/** The built jar and the script beside it, as somebody starts them who wants no manager. */
class CommandLineIT {
  @TempDir Path folder;

  @Test
  void the_jar_does_what_its_first_word_says() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    checkVerify(List.of(java, "-jar", RunningJar.jar().toString()));
  }

  @Test
  void the_script_beside_the_jar_does_the_same_through_a_link() throws Exception {
    Path script = RunningJar.jar().resolveSibling("xsm");
    checkVerify(List.of(Files.createSymbolicLink(folder.resolve("link"), script).toString()));
    assertThat(RunningJar.jar().resolveSibling("xsm.1")).isRegularFile();
  }

  private void checkVerify(List<String> program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("run.json"), "{\"id\":\"r\",\"journal\":[]}");
    ProcessBuilder command = new ProcessBuilder(new ArrayList<>(program)).redirectErrorStream(true);
    command.command().addAll(List.of("verify", file.toString()));
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.lines())
        .containsExactly(file + ": run r: all 0 entries are as they were written; seal none");
    assertThat(process.waitFor()).isZero();
  }
}
