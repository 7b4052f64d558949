package org.xsm.connectors.bootserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xsm.workflows.command.TroubleKind;

@Timeout(30)
class LocalProgramTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final LocalProgram program = new LocalProgram();

  private LocalProgram.Ended shell(String script, String input) throws MachineTrouble {
    return program.run(List.of("sh", "-c", script), input, LIMIT);
  }

  @Test
  void it_says_what_it_has_to_say() throws Exception {
    LocalProgram.Ended ended = shell("cat; echo no >&2; exit 3", "yes");
    assertThat(ended).isEqualTo(new LocalProgram.Ended("yes", "no\n", 3));
  }

  @Test
  void arguments_reach_it_as_they_are() throws Exception {
    assertThat(program.run(List.of("echo", "$HOME", "a  b;id"), "", LIMIT).output())
        .isEqualTo("$HOME a  b;id\n");
  }

  @Test
  void one_that_does_not_end_is_stopped() {
    assertThatThrownBy(() -> program.run(List.of("sleep", "60"), "", Duration.ofMillis(200)))
        .isInstanceOfSatisfying(
            MachineTrouble.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(TroubleKind.TIMED_OUT));
  }

  @Test
  void one_that_is_not_there_is_named() {
    assertThatThrownBy(() -> program.run(List.of("/no/such/tool"), "", LIMIT))
        .hasMessageContaining("/no/such/tool");
  }

  @Test
  void one_that_says_too_much_is_cut_short() throws Exception {
    assertThat(shell("yes | head -c 3000000", "").output()).hasSize(256 * 1024);
  }

  @Test
  void one_that_reads_nothing_is_not_waited_for() throws Exception {
    assertThat(shell("exit 0", "x".repeat(1_000_000)).exit()).isZero();
  }

  @Test
  void one_that_leaves_something_running_is_not_waited_for() throws Exception {
    assertThat(shell("sleep 20 & echo done", "").exit()).isZero();
  }
}
