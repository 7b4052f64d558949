package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xsm.webtasks.views.PlanView;
import org.xsm.webtasks.views.picture.Box;
import org.xsm.webtasks.views.picture.Column;
import org.xsm.webtasks.views.picture.Line;
import org.xsm.webtasks.views.picture.Painter;
import org.xsm.webtasks.views.picture.PlanPicture;
import org.xsm.workflows.forecast.Forecast;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Limits;

/** What is drawn of a plan. */
class PictureTest {
  private static PlanPicture picture(List<Step> steps) {
    Plan plan = new Plan(Samples.DIGEST, steps, List.of());
    Forecast forecast =
        Forecast.of(plan, new Observation(Samples.found()), new Limits(32, 4, 2, 4), 8);
    return Painter.paint(forecast, PlanView::colour);
  }

  @Test
  void every_host_is_a_column_and_every_step_stands_in_its_own() {
    PlanPicture picture = picture(Samples.plan().steps());

    assertThat(picture.columns())
        .extracting(Column::host)
        .containsExactly("192.168.5.101", "192.168.5.102", "192.168.5.103", "192.168.5.104");
    assertThat(picture.boxes()).hasSize(5);
    assertThat(picture.boxes()).filteredOn(box -> box.style().equals("hurting")).hasSize(1);
    assertThat(picture.summary()).startsWith("5 steps on 4 hosts, 45 s in all.");
  }

  @Test
  void what_waits_stands_below_what_it_waits_for() {
    PlanPicture picture = picture(Samples.plan().steps());

    assertThat(picture.lines()).hasSize(1);
    Line wait = picture.lines().get(0);
    assertThat(wait.style()).isEqualTo("waits");
    assertThat(wait.y1()).isLessThanOrEqualTo(wait.y2());
  }

  @Test
  void a_vm_that_moves_stands_on_both_hosts_with_an_arrow_between() {
    PlanPicture picture =
        picture(List.of(Samples.change(StepKind.MIGRATE_VM, Manner.LIVE, Cost.LIVE)));

    assertThat(picture.boxes()).hasSize(2);
    assertThat(picture.boxes()).extracting(Box::y).containsOnly(0);
    assertThat(picture.lines()).extracting(Line::style).containsExactly("moves");
    assertThat(picture.lines().get(0).x1()).isGreaterThan(picture.lines().get(0).x2());
  }

  @Test
  void steps_of_a_host_that_run_at_once_stand_beside_each_other() {
    List<Box> boxes = picture(Samples.retiring(4).steps()).boxes();

    for (Box one : boxes) {
      assertThat(boxes)
          .filteredOn(other -> other != one)
          .noneMatch(
              other -> other.x() < one.x() + one.width() && one.x() < other.x() + other.width());
    }
  }

  @Test
  void of_very_many_hosts_those_with_most_to_do_are_drawn() {
    List<Step> steps = new ArrayList<>(Samples.retiring(3).steps());
    IntStream.range(0, 60).mapToObj(Samples::deployment).forEach(steps::add);

    PlanPicture picture = picture(steps);

    assertThat(picture.columns()).hasSize(24).extracting(Column::host).contains("192.168.5.104");
    assertThat(picture.hiddenHosts()).isEqualTo(37);
    assertThat(picture.fullHeight()).isLessThan(600);
  }
}
