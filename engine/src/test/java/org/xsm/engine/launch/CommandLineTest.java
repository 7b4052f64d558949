package org.xsm.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void options_stand_in_front_of_those_that_were_given_so_that_these_win() {
    CommandLine line =
        new CommandLine(Path.of("/jdk/bin/java"), List.of("java", "-Xmx1g", "-jar", "xsm.jar", ""));

    assertThat(line.withOptions(List.of("-Xmx512m")).words())
        .containsExactly("java", "-Xmx512m", "-Xmx1g", "-jar", "xsm.jar", "");
  }

  @Test
  void a_process_that_was_not_started_by_its_jar_is_left_as_it_is() throws IOException {
    assertThat(CommandLine.of(Path.of("/jdk/bin/java"), "java\0-cp\0a\0Main\0")).isEmpty();
  }

  @Test
  void empty_arguments_stay_where_they_are() {
    assertThat(CommandLine.of(Path.of("/jdk/bin/java"), "java\0-jar\0xsm.jar\0\0--x\0"))
        .hasValueSatisfying(
            line -> assertThat(line.words()).containsExactly("java", "-jar", "xsm.jar", "", "--x"));
  }
}
