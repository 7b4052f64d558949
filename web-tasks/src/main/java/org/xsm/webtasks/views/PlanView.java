package org.xsm.webtasks.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Deed;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;

/**
 * A plan as its approver reads it: what must be known first, then what hurts, then the rest.
 *
 * @param most how many steps are shown; what hurts comes first
 */
public record PlanView(Plan plan, int most) {
  private static final int FEW = 3;

  /** Steps that are shown unless all are asked for. */
  public static final int USUAL_MOST = 200;

  /** What happens on approval, in a sentence. */
  public String sentence() {
    List<String> deeds = new ArrayList<>();
    plan.deeds().forEach((deed, steps) -> deeds.add(words(deed, steps)));
    interrupted(Cost.RESTART, "restarted for it", deeds);
    interrupted(Cost.DOWNTIME, "away for a while", deeds);
    wiped(deeds);
    cast(deeds);
    return deeds.isEmpty() ? "nothing changes." : String.join("; ", deeds) + ".";
  }

  /** How many machines or VMs this becomes of: {@code deploy}, {@code create}, {@code move}. */
  public int count(String deed) {
    return plan.deeds().entrySet().stream()
        .filter(entry -> entry.getKey().label().equals(deed))
        .mapToInt(entry -> entry.getValue().size())
        .sum();
  }

  public int retires() {
    return count(Deed.RETIRE.label());
  }

  /** The findings, gravest first. */
  public List<Finding> findings() {
    return plan.findings().stream()
        .sorted(Comparator.comparingInt(PlanView::gravity).thenComparing(Finding::subject))
        .toList();
  }

  /** What the steps are about, as the heading of their column. */
  public String subjects() {
    return plan.steps().size() == plan.vmSteps().size() ? "VM" : "Machine or VM";
  }

  /** What rolling a step back means, for each kind of step that the plan has. */
  public List<Undoing> undoing() {
    return plan.steps().stream()
        .map(Step::kind)
        .distinct()
        .sorted()
        .map(Undoing::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The steps to show: those that hurt first. */
  public List<Step> steps() {
    return plan.steps().stream()
        .sorted(Comparator.comparing(Step::cost).reversed().thenComparing(Step::id))
        .limit(most)
        .toList();
  }

  /** How many steps are not shown. */
  public int hidden() {
    return Math.max(0, plan.steps().size() - most);
  }

  /** What the step is about. */
  public static Subject about(Step step) {
    return Subject.of(step);
  }

  /** What the step does, with a sign that tells it from the others at a glance. */
  public static String name(Step step) {
    boolean half = step.manner() == Manner.COLD;
    return switch (step.kind()) {
      case DEPLOY_HOST -> "+ deploy";
      case RETIRE_HOST -> "− let go";
      case CREATE_VM -> half ? "→ start" : "+ create";
      case RECONFIGURE_VM -> step.manner() == Manner.ADOPT ? "± adopt" : "± change";
      case MIGRATE_VM -> "→ move";
      case RETIRE_VM -> half ? "→ stop" : "− retire";
    };
  }

  /**
   * What a step costs, with how long it takes where somebody has to wait: {@code restart, 45 s}.
   */
  public static String cost(Step step) {
    String word = step.cost().label().replace('-', ' ');
    boolean away = step.cost().compareTo(Cost.RESTART) >= 0;
    boolean returns = step.kind() != StepKind.RETIRE_VM && step.kind() != StepKind.CREATE_VM;
    return away && returns ? word + ", " + step.estimate().toSeconds() + " s" : word;
  }

  /**
   * The class by which a step is coloured in a picture: {@code adds}, {@code changes}, {@code
   * hurting}.
   */
  public static String colour(Step step) {
    if (hurts(step)) {
      return "hurting";
    }
    return step.kind() == StepKind.CREATE_VM || step.kind() == StepKind.DEPLOY_HOST
        ? "adds"
        : "changes";
  }

  /** Whether the step takes something away from somebody. */
  public static boolean hurts(Step step) {
    return step.cost().compareTo(Cost.RESTART) >= 0;
  }

  private static String words(Deed deed, List<Step> steps) {
    long hosts = steps.stream().map(Step::host).distinct().count();
    String where = hosts == 1 ? steps.get(0).host().value() : Counted.of(hosts, "host");
    return names(steps) + verb(steps) + participle(deed) + " " + where;
  }

  private static String participle(Deed deed) {
    return switch (deed) {
      case DEPLOY -> "deployed at";
      case CREATE -> "created on";
      case CHANGE -> "changed on";
      case MOVE -> "moved to";
      case RETIRE -> "shut down and removed from";
      case RETIRE_HOST -> "let go at";
    };
  }

  /** Who of those that stay is interrupted; each VM once. */
  private void interrupted(Cost cost, String how, List<String> deeds) {
    Map<UUID, Step> interrupted = new LinkedHashMap<>();
    plan.vmSteps().stream()
        .filter(step -> step.cost() == cost)
        .filter(step -> !step.endsVm())
        .forEach(step -> interrupted.putIfAbsent(step.uuid(), step));
    if (!interrupted.isEmpty()) {
      List<Step> steps = List.copyOf(interrupted.values());
      deeds.add(names(steps) + verb(steps) + how);
    }
  }

  private void wiped(List<String> deeds) {
    List<Step> wiped = plan.steps().stream().filter(step -> step.cost() == Cost.DATA_LOSS).toList();
    if (!wiped.isEmpty()) {
      deeds.add("everything on the disk of " + names(wiped) + " is lost");
    }
  }

  /** Who gets an image together with others. */
  private void cast(List<String> deeds) {
    Map<ImageSession, List<Step>> sessions = new LinkedHashMap<>();
    plan.steps()
        .forEach(
            step ->
                session(step)
                    .ifPresent(
                        id -> sessions.computeIfAbsent(id, none -> new ArrayList<>()).add(step)));
    sessions.forEach(
        (session, steps) ->
            deeds.add(
                "image %s is sent once to %s, by %s"
                    .formatted(session.image(), names(steps), session.method().label())));
  }

  private static Optional<ImageSession> session(Step step) {
    return step instanceof HostStep ofHost ? ofHost.session() : Optional.empty();
  }

  private static String verb(List<Step> steps) {
    return steps.size() == 1 ? " is " : " are ";
  }

  private static String names(List<Step> steps) {
    if (steps.size() > FEW) {
      return Counted.of(steps.size(), steps.get(0) instanceof VmStep ? "VM" : "machine");
    }
    return steps.stream().map(Step::target).collect(Collectors.joining(", "));
  }

  private static int gravity(Finding finding) {
    FindingKind kind = finding.kind();
    return switch (kind) {
      case MASS_CHANGE, RENAMED, UNPROVED -> 0;
      case NAME_CONFLICT -> 1;
      case UNKNOWN_HOST -> 2;
      case NO_MEMORY -> 3;
      case BAD_TEMPLATE -> 4;
      case ODD_STATE -> 5;
      case NOT_FOUND -> 6;
      case NOT_POSSIBLE -> 7;
      case STRANGE_HOST -> 8;
    };
  }
}
