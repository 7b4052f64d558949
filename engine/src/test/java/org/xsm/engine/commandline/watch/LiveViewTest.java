package org.xsm.engine.commandline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.terminal.Nobody;
import org.xsm.engine.commandline.terminal.Screen;
import org.xsm.engine.commandline.terminal.Terminal;
import org.xsm.workflows.run.RunState;

class LiveViewTest {
  private static final Terminal.Window SMALL = new Terminal.Window(8, 40);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LiveView view = new LiveView(Nobody.console(written, Screen.Kind.TERMINAL));

  @Test
  void a_run_larger_than_the_window_shows_what_matters_most() {
    List<String> picture = view.picture(run(40), SMALL);
    assertThat(picture).hasSizeLessThan(SMALL.rows());
    assertThat(picture.get(0)).contains("applying, 0 of 40 steps done, 39 running, 1 trouble");
    assertThat(picture.get(1)).contains("create-vm:v39").contains("trouble");
    assertThat(picture).contains("  … and 36 more");
  }

  @Test
  void each_picture_is_drawn_over_the_one_before() {
    view.show(run(1));
    assertThat(text()).startsWith("\u001b[J").doesNotContain("F\u001b");
    written.reset();
    view.show(run(1));
    assertThat(text()).startsWith("\u001b[2F\u001b[J");
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void every_state_of_a_run_has_its_code(RunState state) {
    JsonNode run = new ObjectMapper().createObjectNode().put("state", state.label());
    assertThat(RunEnd.isReached(run)).isEqualTo(state.isFinal());
    assertThat(RunEnd.code(run) == ExitCode.AT_WORK).isEqualTo(!state.isFinal());
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode run(int steps) {
    ObjectNode run = new ObjectMapper().createObjectNode();
    run.put("id", "r").put("set", "s").put("state", "applying");
    ArrayNode all = run.putObject("plan").putArray("steps");
    for (int step = 0; step < steps; step++) {
      all.addObject()
          .put("id", "create-vm:v" + step)
          .put("kind", "create-vm")
          .put("state", step == 39 ? "trouble" : "running");
    }
    return run;
  }
}
