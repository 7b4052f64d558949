package org.xsm.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Filter.Action;
import org.xsm.workflows.run.Slots.Candidate;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.InvalidValue;

class GateTest {
  private static final Limits WIDE = new Limits(100, 100, 100, 100);
  private static final Candidate WEB = step("r1", StepKind.CREATE_VM, "web1", "10.0.0.1");
  private static final Candidate MOVE =
      step("r2", StepKind.MIGRATE_VM, "db1", "10.0.0.2", "10.0.1.1");

  private static Candidate step(String run, StepKind kind, String vm, String... hosts) {
    return new Candidate(
        new RunId(run),
        new StepId(kind.label() + ":" + vm),
        kind,
        vm,
        java.util.Arrays.stream(hosts).map(HostAddress::new).toList());
  }

  private static Filter filter(Action action, String host, Optional<StepKind> kind, String vm) {
    return new Filter("f", action, host, kind, vm, action == Action.LIMIT ? 2 : 0, "why", "admin");
  }

  private static Slots.Choice choose(Holds holds, Candidate... ready) {
    return Slots.choose(List.of(ready), List.of(), WIDE, new Gate(holds, List.of()));
  }

  @Test
  void the_stop_switch_holds_everything_by_its_name() {
    Holds stopped = new Holds(Optional.of(new Holds.Stop("admin", "fire")), Set.of(), List.of());

    Slots.Choice choice = choose(stopped, WEB, MOVE);

    assertThat(choice.start()).isEmpty();
    assertThat(choice.held().values()).containsOnly(Holds.STOP_SWITCH).hasSize(2);
  }

  @Test
  void a_paused_run_holds_only_its_own_steps() {
    Holds paused = new Holds(Optional.empty(), Set.of(new RunId("r1")), List.of());

    Slots.Choice choice = choose(paused, WEB, MOVE);

    assertThat(choice.start()).containsExactly(MOVE);
    assertThat(choice.held()).containsExactly(Map.entry(WEB, Holds.PAUSED));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, , *, true, false",
    "10.0.1.*, , *, false, true",
    "*, migrate-vm, *, false, true",
    "*, , web*, true, false",
    "*, create-vm, db*, false, false",
    "10.0.0.*, , *, true, true",
    "10?0?0?1, , *, false, false",
  })
  void a_filter_holds_what_matches_in_every_respect(
      String host, String kind, String vm, boolean web, boolean move) {
    Filter filter =
        new Filter(
            "night",
            Action.PAUSE,
            host.replace("?", "+"),
            Optional.ofNullable(kind).map(StepKind::parse),
            vm,
            0,
            "backup",
            "admin");
    Holds holds = new Holds(Optional.empty(), Set.of(), List.of(filter));

    Slots.Choice choice = choose(holds, WEB, MOVE);

    assertThat(choice.held().containsKey(WEB)).isEqualTo(web);
    assertThat(choice.held().containsKey(MOVE)).isEqualTo(move);
    assertThat(choice.held().values()).allMatch("filter night"::equals);
  }

  @Test
  void a_limit_counts_what_was_started_within_the_minute() {
    Filter two = filter(Action.LIMIT, "*", Optional.of(StepKind.CREATE_VM), "*");
    Holds holds = new Holds(Optional.empty(), Set.of(), List.of(two));
    Candidate second = step("r1", StepKind.CREATE_VM, "web2", "10.0.0.1");

    Slots.Choice choice =
        Slots.choose(
            List.of(WEB, second, MOVE),
            List.of(),
            WIDE,
            new Gate(holds, List.of(step("r0", StepKind.CREATE_VM, "web0", "10.0.0.9"))));

    assertThat(choice.start()).hasSize(2).contains(MOVE);
    assertThat(choice.held().values()).containsExactly("filter f");
  }

  @Test
  void a_rejecting_filter_names_itself() {
    Filter reject = filter(Action.REJECT, "10.0.0.1", Optional.empty(), "*");
    Holds holds = new Holds(Optional.empty(), Set.of(), List.of(reject));

    assertThat(holds.findRejecting(WEB)).contains(reject);
    assertThat(holds.findRejecting(MOVE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', pause, *, *, 0, why",
    "a b, pause, *, *, 0, why",
    "f, pause, 10.0.0.1;rm, *, 0, why",
    "f, pause, *, a*b*c*d*e, 0, why",
    "f, limit, *, *, 0, why",
    "f, reject, *, *, 3, why",
    "f, pause, *, *, 0, ' '",
  })
  void a_filter_that_makes_no_sense_is_refused_with_advice(
      String name, String action, String host, String vm, int perMinute, String why) {
    assertThatThrownBy(
            () ->
                new Filter(
                    name,
                    Action.parse(action),
                    host,
                    Optional.empty(),
                    vm,
                    perMinute,
                    why,
                    "admin"))
        .isInstanceOf(InvalidValue.class)
        .extracting(wrong -> ((InvalidValue) wrong).advice())
        .asString()
        .isNotBlank();
  }
}
