package org.xsm.workflows.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

/** When steps run, and how full their hosts are meanwhile. */
class ForecastTest {
  private static final HostAddress ONE = new HostAddress("192.168.5.101");
  private static final HostAddress TWO = new HostAddress("192.168.5.102");
  private static final Limits WIDE = new Limits(32, 4, 2, 4);
  private static final int OVERHEAD = 8;

  private static Vm vm(String name, HostAddress host, int memory) {
    return new Vm(
        new VmName(name),
        new TemplateName("apache_svr"),
        host,
        1,
        new MacAddress("AA:00:00:00:00:01"),
        new IpSetting.Dhcp(),
        memory);
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static VmStep step(StepKind kind, Vm vm, HostAddress from, String... waits) {
    return new VmStep(
        new StepId(kind.label() + ":" + vm.name()),
        kind,
        Manner.PLAIN,
        new SetName("My_site"),
        vm,
        Optional.ofNullable(from),
        uuid(vm.name().value()),
        "",
        Arrays.stream(waits).map(StepId::new).toList(),
        Cost.NONE,
        kind.usual(),
        "because");
  }

  private static Plan plan(VmStep... steps) {
    return new Plan("d", List.of(steps), List.of());
  }

  private static HostFound up(HostAddress host, int free, Domain... domains) {
    return new HostFound.Up(host, "xl 4.17.5", 4, 1000, free, List.of(domains));
  }

  private static Domain domain(String name, int memory) {
    return new Domain(3, name, Optional.of(uuid(name)), 1, memory, DomainState.RUNNING, List.of());
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void steps_run_at_once_unless_one_waits_for_the_other() {
    Plan plan =
        plan(
            step(StepKind.RETIRE_VM, vm("a", ONE, 96), null),
            step(StepKind.CREATE_VM, vm("b", ONE, 96), null, "retire-vm:a"),
            step(StepKind.CREATE_VM, vm("c", TWO, 96), null));

    Timetable timetable = Timetable.of(plan, WIDE);

    assertThat(timetable.entries())
        .extracting(each -> each.step().target(), Timetable.Entry::start, Timetable.Entry::end)
        .containsExactly(
            tuple("c", seconds(0), seconds(15)),
            tuple("a", seconds(0), seconds(30)),
            tuple("b", seconds(30), seconds(45)));
    assertThat(timetable.length()).isEqualTo(seconds(45));
  }

  @Test
  void a_limit_makes_steps_take_turns() {
    Plan plan =
        plan(
            step(StepKind.CREATE_VM, vm("a", ONE, 96), null),
            step(StepKind.CREATE_VM, vm("b", ONE, 96), null),
            step(StepKind.CREATE_VM, vm("c", ONE, 96), null));

    assertThat(Timetable.of(plan, new Limits(32, 2, 2, 4)).length()).isEqualTo(seconds(30));
    assertThat(Timetable.of(plan, new Limits(1, 2, 2, 4)).length()).isEqualTo(seconds(45));
  }

  @Test
  void what_a_step_waits_for_and_is_not_in_the_plan_was_done_before() {
    Plan plan = plan(step(StepKind.CREATE_VM, vm("b", ONE, 96), null, "retire-vm:a"));

    assertThat(Timetable.of(plan, WIDE).length()).isEqualTo(seconds(15));
  }

  @Test
  void a_vm_that_moves_counts_on_both_hosts_until_it_has_left() {
    Plan plan = plan(step(StepKind.MIGRATE_VM, vm("a", TWO, 200), ONE));
    Observation found = new Observation(List.of(up(ONE, 500, domain("a", 200)), up(TWO, 900)));

    Forecast forecast = Forecast.of(plan, found, WIDE, OVERHEAD);

    assertThat(forecast.findMemory(ONE).orElseThrow().levels())
        .containsExactly(
            new HostMemory.Level(seconds(0), 500), new HostMemory.Level(seconds(40), 292));
    HostMemory target = forecast.findMemory(TWO).orElseThrow();
    assertThat(target.levels()).last().isEqualTo(new HostMemory.Level(seconds(0), 308));
    assertThat(target.peak()).isEqualTo(308);
    assertThat(target.last()).isEqualTo(308);
  }

  @Test
  void memory_is_taken_when_a_change_begins_and_given_back_when_it_ends() {
    Observation found = new Observation(List.of(up(ONE, 500, domain("a", 200), domain("b", 200))));
    Plan plan =
        plan(
            step(StepKind.RECONFIGURE_VM, vm("a", ONE, 300), null),
            step(StepKind.RECONFIGURE_VM, vm("b", ONE, 150), null));

    assertThat(Forecast.of(plan, found, WIDE, OVERHEAD).memory().get(0).levels())
        .containsExactly(
            new HostMemory.Level(seconds(0), 500),
            new HostMemory.Level(seconds(0), 600),
            new HostMemory.Level(seconds(5), 550));
  }

  @Test
  void of_a_host_that_said_nothing_no_memory_is_told() {
    Plan plan = plan(step(StepKind.CREATE_VM, vm("a", ONE, 96), null));
    Observation silent = new Observation(List.of(new HostFound.Unknown(ONE, "no answer")));

    Forecast forecast = Forecast.of(plan, silent, WIDE, OVERHEAD);

    assertThat(forecast.memory()).isEmpty();
    assertThat(forecast.timetable().entries()).hasSize(1);
  }

  @Test
  void the_course_of_a_run_is_told_by_its_journal() {
    Plan plan =
        plan(
            step(StepKind.CREATE_VM, vm("a", ONE, 96), null),
            step(StepKind.CREATE_VM, vm("b", ONE, 96), null),
            step(StepKind.CREATE_VM, vm("c", ONE, 96), null, "create-vm:a"));
    Instant start = Instant.parse("2026-11-22T10:00:00Z");
    List<JournalEntry> journal =
        List.of(
            entry(1, start, EventKind.STEP_STARTED, "create-vm:a"),
            entry(2, start.plusSeconds(2), EventKind.STEP_STARTED, "create-vm:b"),
            entry(3, start.plusSeconds(9), EventKind.STEP_DONE, "create-vm:a"));

    Timetable course = Course.of(run(plan, journal), start.plusSeconds(20));

    assertThat(course.entries())
        .extracting(each -> each.step().target(), Timetable.Entry::start, Timetable.Entry::end)
        .containsExactly(tuple("a", seconds(0), seconds(9)), tuple("b", seconds(2), seconds(20)));
  }

  private static JournalEntry entry(long number, Instant at, EventKind kind, String step) {
    return new JournalEntry(
        number, at, "xsm", kind, Optional.of(new StepId(step)), "It happened.", "");
  }

  private static Run run(Plan plan, List<JournalEntry> journal) {
    RunSummary summary =
        new RunSummary(
            new RunId("r"), "My_site", RunState.APPLYING, "site.xml", "operator", Instant.EPOCH);
    return new Run(summary, Optional.of(plan), Optional.empty(), journal, Map.of(), false);
  }
}
