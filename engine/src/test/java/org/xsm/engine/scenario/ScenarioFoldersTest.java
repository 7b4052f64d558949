package org.xsm.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.workflows.command.TroubleKind.BAD_CONFIG;
import static org.xsm.workflows.command.TroubleKind.CHANGED;
import static org.xsm.workflows.command.TroubleKind.NAME_TAKEN;
import static org.xsm.workflows.command.TroubleKind.NEEDS_A_PERSON;
import static org.xsm.workflows.command.TroubleKind.NOT_CONFIRMED;
import static org.xsm.workflows.command.TroubleKind.NO_MEMORY;
import static org.xsm.workflows.command.TroubleKind.UNCLEAR;
import static org.xsm.workflows.command.TroubleKind.VM_GONE;
import static org.xsm.workflows.plan.StepKind.CREATE_VM;
import static org.xsm.workflows.plan.StepKind.RECONFIGURE_VM;
import static org.xsm.workflows.plan.StepKind.RETIRE_VM;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.RunState;

/** The scenario folders are whole, and what their journals tell covers what can happen. */
class ScenarioFoldersTest {
  private static final List<Scenario> ALL = Scenario.all();
  private static final Pattern RUN = Pattern.compile("(?m)^run [a-z]: (.+)$");
  private static final Pattern PLANNED =
      Pattern.compile("(?m)^  plan ([a-z-]+):[^ ]+, ([a-z]+), ([a-z-]+): ");
  private static final Pattern FOUND = Pattern.compile("(?m)^  finding ([a-z-]+), ");
  private static final Pattern EVENT = Pattern.compile("(?m)^  [^ ]+ ([a-z-]+): ");
  private static final Pattern CHOSEN = Pattern.compile("step-decided: Decided: ([a-z-]+)");

  /** The folders tell of VMs; of machines tell the journeys of {@code MachinesTest}. */
  private static final List<StepKind> OF_MACHINES =
      List.of(StepKind.DEPLOY_HOST, StepKind.RETIRE_HOST);

  /** What cannot be told, and why. */
  private static final Map<String, String> UNTOLD = new LinkedHashMap<>();

  static {
    never(CREATE_VM, CHANGED, "it takes nothing away from anybody, and looks itself as it creates");
    never(CREATE_VM, NOT_CONFIRMED, "it leaves no host");
    never(CREATE_VM, UNCLEAR, "only a domain that is paused by hand while it is created");
    never(RECONFIGURE_VM, NOT_CONFIRMED, "it leaves no host");
    for (StepKind step : ofVms()) {
      never(step, NEEDS_A_PERSON, "it works on hosts that run, not on bare machines");
    }
    never(RETIRE_VM, NAME_TAKEN, "it takes no name");
    never(RETIRE_VM, NO_MEMORY, "it takes no memory");
    never(RETIRE_VM, BAD_CONFIG, "it reads no guest config");
    never(RETIRE_VM, NOT_CONFIRMED, "what is on a silent host is not retired");
    never(RETIRE_VM, UNCLEAR, "it ends every domain with its UUID");
    never(RETIRE_VM, VM_GONE, "that is what it is for");
  }

  private static StepKind[] ofVms() {
    return Arrays.stream(StepKind.values())
        .filter(kind -> !OF_MACHINES.contains(kind))
        .toArray(StepKind[]::new);
  }

  private static void never(StepKind step, TroubleKind trouble, String why) {
    UNTOLD.put(pair(step, trouble), why);
  }

  private static String pair(StepKind step, TroubleKind trouble) {
    return step.label() + " " + trouble.label();
  }

  @Test
  void there_are_sixty_or_more() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void each_folder_has_its_files_and_one_line_about_it() {
    for (Scenario scenario : ALL) {
      for (String file : List.of(Scenario.README, Scenario.SCRIPT, Scenario.JOURNAL, "1.xml")) {
        assertThat(scenario.has(file)).as("%s/%s", scenario, file).isTrue();
      }
      assertThat(scenario.about().lines()).as("%s/README.md", scenario).hasSize(1);
      assertThat(scenario.read("1.xml")).contains("<Set name=\"" + scenario.name() + "\">");
    }
  }

  @Test
  void each_policy_is_performed_by_a_test() {
    assertThat(ALL).extracting(Scenario::policy).containsOnly("default", "four-eyes");
  }

  @Test
  void every_kind_of_step_meets_every_kind_of_trouble_that_it_can_meet() {
    Set<String> told =
        ALL.stream()
            .flatMap(scenario -> troubles(scenario.read(Scenario.JOURNAL)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> possible =
        Arrays.stream(ofVms())
            .flatMap(step -> Arrays.stream(TroubleKind.values()).map(kind -> pair(step, kind)))
            .filter(pair -> !UNTOLD.containsKey(pair))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(possible);
  }

  /** {@code create-vm unreachable}, for each trouble that a journal tells. */
  private static Stream<String> troubles(String journal) {
    return Arrays.stream(journal.split("(?m)^step "))
        .skip(1)
        .flatMap(
            step ->
                step.lines()
                    .flatMap(line -> trouble(line).stream())
                    .map(kind -> step.substring(0, step.indexOf(':')) + " " + kind));
  }

  private static Optional<String> trouble(String line) {
    if (line.startsWith("  xsm step-withdrawn: Not begun: ")) {
      return Optional.of(CHANGED.label());
    }
    String begin = "  xsm step-troubled: ";
    return line.startsWith(begin)
        ? Optional.of(line.substring(begin.length()).split(":")[0])
        : Optional.empty();
  }

  @Test
  void every_kind_and_manner_of_step_is_planned_at_every_cost() {
    assertThat(told(PLANNED, 1)).isEqualTo(labels(ofVms(), StepKind::label));
    assertThat(told(PLANNED, 2)).containsAll(labels(Manner.values(), Manner::label));
    assertThat(told(PLANNED, 3))
        .as("only steps for machines cost data")
        .isEqualTo(without(labels(Cost.values(), Cost::label), Cost.DATA_LOSS.label()));
  }

  @Test
  void every_choice_is_made_by_somebody() {
    assertThat(told(CHOSEN, 1))
        .as("some are made of machines only")
        .isEqualTo(
            without(
                labels(Choice.values(), Choice::label),
                Choice.CONFIRM_LOSS.label(),
                Choice.DONE.label()));
  }

  @Test
  void every_end_of_a_run_is_told() {
    Set<String> ends =
        labels(
            Arrays.stream(RunState.values()).filter(RunState::isFinal).toArray(RunState[]::new),
            RunState::label);
    assertThat(told(RUN, 1))
        .as("approvals expire after days")
        .isEqualTo(without(ends, RunState.EXPIRED.label()));
  }

  @Test
  void every_kind_of_event_is_told() {
    Set<String> kinds = labels(EventKind.values(), EventKind::label);
    assertThat(without(kinds, told(EVENT, 1).toArray(String[]::new)))
        .as("progress is left out; the stop switch is everybody's; and approvals wait for days")
        .containsExactlyInAnyOrder(
            "command-waiting",
            "stop-switch-thrown",
            "stop-switch-released",
            "approval-reminded",
            "run-expired");
  }

  @Test
  void findings_of_these_kinds_are_told() {
    assertThat(told(FOUND, 1))
        .containsAll(
            labels(
                new FindingKind[] {
                  FindingKind.NAME_CONFLICT,
                  FindingKind.UNKNOWN_HOST,
                  FindingKind.NO_MEMORY,
                  FindingKind.NOT_FOUND,
                  FindingKind.RENAMED,
                  FindingKind.MASS_CHANGE
                },
                FindingKind::label));
  }

  private static Set<String> told(Pattern pattern, int group) {
    return ALL.stream()
        .map(scenario -> scenario.read(Scenario.JOURNAL))
        .flatMap(journal -> pattern.matcher(journal).results())
        .map((MatchResult found) -> found.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <K> Set<String> labels(K[] kinds, Function<K, String> label) {
    return Arrays.stream(kinds).map(label).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> words, String... others) {
    Set<String> rest = new TreeSet<>(words);
    rest.removeAll(List.of(others));
    return rest;
  }
}
