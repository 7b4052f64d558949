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
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepKind;
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
  void changes_and_moves_are_told_with_what_they_cost() {
    Step restart = Samples.change(StepKind.RECONFIGURE_VM, Manner.RESTART, Cost.RESTART);
    Step live = Samples.change(StepKind.RECONFIGURE_VM, Manner.LIVE, Cost.LIVE);
    Step move = Samples.change(StepKind.MIGRATE_VM, Manner.COLD, Cost.DOWNTIME);

    assertThat(sentence(List.of(live, restart, move)))
        .isEqualTo(
            "vmlive, vmrestart are changed on 192.168.5.101; vmcold is moved to 192.168.5.101;"
                + " vmrestart is restarted for it; vmcold is away for a while.");
    assertThat(PlanView.name(move)).isEqualTo("→ move");
    assertThat(PlanView.name(restart)).isEqualTo("± change");
    assertThat(PlanView.cost(restart)).isEqualTo("restart, 5 s");
    assertThat(PlanView.cost(live)).isEqualTo("live");
    assertThat(PlanView.hurts(live)).isFalse();
  }

  @Test
  void a_vm_that_is_shut_down_here_and_started_there_has_moved() {
    Step stop = Samples.change(StepKind.RETIRE_VM, Manner.COLD, Cost.DOWNTIME);
    Step start =
        Samples.change(StepKind.CREATE_VM, Manner.COLD, Cost.DOWNTIME)
            .waitingFor(List.of(stop.id()));
    PlanView view = new PlanView(new Plan(Samples.DIGEST, List.of(start, stop), List.of()), 9);

    assertThat(view.count("move")).isEqualTo(1);
    assertThat(view.count("create") + view.retires()).isZero();
    assertThat(PlanView.name(stop)).isEqualTo("→ stop");
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
