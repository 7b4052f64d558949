package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.webtasks.views.PlanView;
import org.xsm.webtasks.views.ProblemRow;
import org.xsm.webtasks.views.Times;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.site.Problem;

class ViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, just now",
    "PT45S, 45 s ago",
    "PT3M, 3 min ago",
    "PT26H, 26 h ago",
    "P3D, 3 d ago",
    "PT-2H, in 2 h"
  })
  void moments_are_told_from_now(Duration before, String words) {
    Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(times.relative(NOW.minus(before))).isEqualTo(words);
  }

  @Test
  void few_vms_are_named_and_many_are_counted() {
    List<Step> steps = Samples.plan().steps();

    assertThat(sentence(steps.subList(0, 1))).isEqualTo("vm1 is created on 192.168.5.101.");
    assertThat(sentence(steps.subList(0, 2))).isEqualTo("vm1, vm2 are created on 2 hosts.");
    assertThat(sentence(steps.subList(0, 4))).isEqualTo("4 VMs are created on 4 hosts.");
    assertThat(sentence(List.of())).isEqualTo("nothing changes.");
  }

  @Test
  void what_hurts_is_shown_even_when_little_is_shown() {
    PlanView view = new PlanView(Samples.plan(), 1);

    assertThat(view.steps()).extracting(step -> step.id().value()).containsExactly("retire-vm:vm9");
    assertThat(view.hidden()).isEqualTo(4);
  }

  @Test
  void the_gravest_finding_stands_first() {
    assertThat(new PlanView(Samples.plan(), 9).findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NAME_CONFLICT, FindingKind.UNKNOWN_HOST);
  }

  @Test
  void a_problem_stands_beside_its_line() {
    byte[] file = "<a>\n  <b>x</b>\n</a>".getBytes(StandardCharsets.UTF_8);

    assertThat(row(file, 2).source()).isEqualTo("<b>x</b>");
    assertThat(row(file, 0).source()).isEmpty();
    assertThat(row(file, 99).source()).isEmpty();
  }

  private static String sentence(List<Step> steps) {
    return new PlanView(new Plan(Samples.DIGEST, steps, List.of()), 9).sentence();
  }

  private static ProblemRow row(byte[] file, int line) {
    return ProblemRow.of(List.of(new Problem(line, "", "", "")), file).get(0);
  }
}
