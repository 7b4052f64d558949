package org.xsm.webtasks.views;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xsm.webtasks.views.picture.Painter;
import org.xsm.webtasks.views.picture.PlanPicture;
import org.xsm.workflows.forecast.Course;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.forecast.Timetable;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.StepState;

/**
 * How a run goes, beside how it was expected to: a picture of what has been done, or before that of
 * what will be.
 *
 * @param forecast empty where nothing was planned, or too much for a picture
 * @param course what has been begun
 */
public record CourseView(Run run, Optional<Forecast> forecast, Timetable course) {
  public static CourseView of(Run run, Optional<Forecast> forecast, Instant now) {
    return new CourseView(run, forecast, Course.of(run, now));
  }

  public boolean hasBegun() {
    return !course.entries().isEmpty();
  }

  /** Empty where nothing can be drawn. */
  public Optional<PlanPicture> picture() {
    if (forecast.isEmpty()) {
      return Optional.empty();
    }
    if (!hasBegun()) {
      return forecast.map(expected -> Painter.paint(expected, PlanView::colour));
    }
    Map<StepId, StepState> states = run.stepStates();
    return Optional.of(
        Painter.paint(
            new Forecast(course, List.of()), step -> "step-" + states.get(step.id()).label()));
  }

  /** How long it took so far, beside the estimate, in a sentence. */
  public String sentence() {
    Duration expected =
        forecast.map(Forecast::timetable).map(Timetable::length).orElse(Duration.ZERO);
    String estimate = Times.span(expected);
    if (!hasBegun()) {
      return "It takes about " + estimate + ", if nothing else has to be done.";
    }
    String verb = run.summary().state().isFinal() ? "It took " : "It runs for ";
    return verb + Times.span(course.length()) + "; the estimate was " + estimate + ".";
  }
}
