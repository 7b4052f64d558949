package org.xsm.webtasks.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepKind;

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
    deeds(StepKind.CREATE_VM, "created on", deeds);
    deeds(StepKind.RETIRE_VM, "shut down and removed from", deeds);
    return deeds.isEmpty() ? "nothing changes." : String.join("; ", deeds) + ".";
  }

  public long creates() {
    return plan.count(StepKind.CREATE_VM);
  }

  public long retires() {
    return plan.count(StepKind.RETIRE_VM);
  }

  /** The findings, gravest first. */
  public List<Finding> findings() {
    return plan.findings().stream()
        .sorted(Comparator.comparingInt(PlanView::gravity).thenComparing(Finding::subject))
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

  /** Whether the step takes something away from somebody. */
  public static boolean hurts(Step step) {
    return step.cost().compareTo(Cost.DOWNTIME) >= 0;
  }

  private void deeds(StepKind kind, String deed, List<String> deeds) {
    List<Step> steps = plan.steps().stream().filter(step -> step.kind() == kind).toList();
    if (!steps.isEmpty()) {
      long hosts = steps.stream().map(step -> step.vm().host()).distinct().count();
      String where = hosts == 1 ? steps.get(0).vm().host().value() : Counted.of(hosts, "host");
      String verb = steps.size() == 1 ? " is " : " are ";
      deeds.add(names(steps) + verb + deed + " " + where);
    }
  }

  private static String names(List<Step> steps) {
    if (steps.size() > FEW) {
      return Counted.of(steps.size(), "VM");
    }
    return steps.stream().map(step -> step.vm().name().value()).collect(Collectors.joining(", "));
  }

  private static int gravity(Finding finding) {
    FindingKind kind = finding.kind();
    return switch (kind) {
      case MASS_CHANGE, RENAMED -> 0;
      case NAME_CONFLICT -> 1;
      case UNKNOWN_HOST -> 2;
      case NO_MEMORY -> 3;
      case BAD_TEMPLATE -> 4;
      case ODD_STATE -> 5;
      case NOT_FOUND -> 6;
      case NOT_POSSIBLE -> 7;
    };
  }
}
