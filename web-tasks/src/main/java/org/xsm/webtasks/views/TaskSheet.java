package org.xsm.webtasks.views;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.webtasks.views.picture.Painter;
import org.xsm.webtasks.views.picture.PlanPicture;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunSummary;

/**
 * The page of a task: what is asked, and all that a person needs for the answer.
 *
 * @param forecast how the plan is expected to go
 * @param neighbours runs that are not at their end and act on the same hosts
 */
public record TaskSheet(
    TaskView view,
    Optional<Run> run,
    Optional<Forecast> forecast,
    List<Neighbour> neighbours,
    Shown shown) {
  private static final int LATEST = 8;

  public TaskSheet {
    neighbours = List.copyOf(neighbours);
  }

  /**
   * How the page is shown.
   *
   * @param most how many steps of the plan are shown
   * @param typeNameAbove when more VMs than this are retired, the approver types the set's name
   */
  public record Shown(int most, int typeNameAbove) {}

  /** Another run, and the hosts that both act on. */
  public record Neighbour(RunSummary run, List<String> hosts) {
    public Neighbour {
      hosts = List.copyOf(hosts);
    }
  }

  /** What the approver is asked to type; empty where nothing is. */
  public Optional<String> typedName() {
    return plan()
        .filter(asked -> asked.retires() > shown.typeNameAbove())
        .flatMap(asked -> run)
        .map(known -> known.summary().sets());
  }

  /** What happened to the run lately, and what people said to it: the newest first. */
  public List<JournalEntry> runHistory() {
    return newest(run.stream().flatMap(known -> known.journal().stream()));
  }

  /** What of the plan is to be approved, as it stands now. */
  public Optional<PlanView> plan() {
    return run.flatMap(Run::asked).map(plan -> new PlanView(plan, shown.most()));
  }

  /** How many steps of the plan were approved before and are not asked about again. */
  public int approvedBefore() {
    int asked = run.flatMap(Run::asked).map(plan -> plan.steps().size()).orElse(0);
    return run.flatMap(Run::plan).map(plan -> plan.steps().size() - asked).orElse(0);
  }

  /** The digest of the plan that this page shows, which an approval names. */
  public String digest() {
    return run.flatMap(Run::plan).map(plan -> plan.digest()).orElse("");
  }

  /** The plan as a picture. */
  public Optional<PlanPicture> picture() {
    return forecast.map(known -> Painter.paint(known, PlanView::colour));
  }

  /** How long the plan takes, in words. */
  public String length() {
    return forecast.map(known -> Times.span(known.timetable().length())).orElse("");
  }

  /** The step that is in trouble. */
  public Optional<Step> step() {
    return stepId().flatMap(id -> run.flatMap(Run::plan).flatMap(plan -> plan.findStep(id)));
  }

  /** What happened to the step that is in trouble, the newest first. */
  public List<JournalEntry> history() {
    return newest(
        run.stream()
            .flatMap(known -> known.journal().stream())
            .filter(entry -> stepId().isPresent() && entry.step().equals(stepId())));
  }

  private static List<JournalEntry> newest(Stream<JournalEntry> entries) {
    return entries
        .sorted(Comparator.comparingLong(JournalEntry::number).reversed())
        .limit(LATEST)
        .toList();
  }

  private Optional<StepId> stepId() {
    return view.task().step().map(StepId::new);
  }
}
