package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at every drawing as a picture: nothing is missing, crosses, overlaps or leans. */
class DiagramsTest {
  static List<Sheet> sheets() {
    return Sheet.all();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void everything_is_drawn(Sheet sheet) {
    Paper paper = Paper.of(sheet);
    assertThat(sheet.each(FlowNode.class)).allMatch(paper.shapes()::containsKey);
    assertThat(sheet.each(SequenceFlow.class)).allMatch(paper.edges()::containsKey);
    assertThat(sheet.each(FlowElement.class).filter(DiagramsTest::wearsLabel))
        .allMatch(paper.labels()::containsKey);
  }

  private static boolean wearsLabel(FlowElement element) {
    return element.getName() != null && !(element instanceof Task || element instanceof SubProcess);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void shapes_have_their_usual_sizes_and_marks(Sheet sheet) {
    Map<BaseElement, Rectangle2D> shapes = Paper.of(sheet).shapes();
    assertThat(sheet.each(Task.class)).allMatch(it -> measures(shapes.get(it), 100, 80));
    assertThat(sheet.each(Event.class)).allMatch(it -> measures(shapes.get(it), 36, 36));
    assertThat(sheet.each(ExclusiveGateway.class)).allMatch(it -> measures(shapes.get(it), 50, 50));
    assertThat(sheet.each(BpmnShape.class))
        .filteredOn(shape -> shape.getBpmnElement() instanceof ExclusiveGateway)
        .allMatch(BpmnShape::isMarkerVisible);
    assertThat(sheet.each(BpmnShape.class))
        .filteredOn(shape -> shape.getBpmnElement() instanceof SubProcess)
        .allMatch(BpmnShape::isExpanded);
  }

  private static boolean measures(Rectangle2D shape, double width, double height) {
    return shape.getWidth() == width && shape.getHeight() == height;
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void flows_run_straight_and_from_border_to_border(Sheet sheet) {
    Paper paper = Paper.of(sheet);
    assertThat(paper.edges().values())
        .allSatisfy(
            lines ->
                assertThat(lines)
                    .allMatch(
                        line -> line.getX1() == line.getX2() || line.getY1() == line.getY2()));
    assertThat(sheet.each(SequenceFlow.class)).allMatch(flow -> joins(paper, flow));
  }

  private static boolean joins(Paper paper, SequenceFlow flow) {
    List<Line2D> lines = paper.edges().get(flow);
    return onBorder(paper.shapes().get(flow.getSource()), lines.get(0).getP1())
        && onBorder(paper.shapes().get(flow.getTarget()), lines.get(lines.size() - 1).getP2());
  }

  private static boolean onBorder(Rectangle2D shape, Point2D point) {
    boolean upright = point.getX() == shape.getMinX() || point.getX() == shape.getMaxX();
    boolean level = point.getY() == shape.getMinY() || point.getY() == shape.getMaxY();
    return (upright && point.getY() >= shape.getMinY() && point.getY() <= shape.getMaxY())
        || (level && point.getX() >= shape.getMinX() && point.getX() <= shape.getMaxX());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void flows_never_cross_or_touch(Sheet sheet) {
    List<List<Line2D>> edges = List.copyOf(Paper.of(sheet).edges().values());
    assertThat(pairs(edges)).noneMatch(pair -> meet(pair.get(0), pair.get(1)));
  }

  private static boolean meet(List<Line2D> one, List<Line2D> other) {
    return one.stream().anyMatch(line -> other.stream().anyMatch(line::intersectsLine));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void shapes_lie_apart_or_wholly_inside_the_part_that_holds_them(Sheet sheet) {
    Map<BaseElement, Rectangle2D> shapes = Paper.of(sheet).shapes();
    List<Rectangle2D> standing =
        shapes.entrySet().stream()
            .filter(entry -> !(entry.getKey() instanceof BoundaryEvent))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(pairs(standing))
        .allMatch(
            pair ->
                !pair.get(0).intersects(pair.get(1))
                    || pair.get(0).contains(pair.get(1))
                    || pair.get(1).contains(pair.get(0)));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void an_event_on_a_border_lies_on_the_border(Sheet sheet) {
    Map<BaseElement, Rectangle2D> shapes = Paper.of(sheet).shapes();
    assertThat(sheet.each(BoundaryEvent.class))
        .allMatch(
            event -> {
              Rectangle2D host = shapes.get(event.getAttachedTo());
              double y = shapes.get(event).getCenterY();
              return shapes.get(event).intersects(host)
                  && (y == host.getMinY() || y == host.getMaxY());
            });
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void labels_lie_on_nothing(Sheet sheet) {
    Paper paper = Paper.of(sheet);
    List<Rectangle2D> labels = List.copyOf(paper.labels().values());
    assertThat(pairs(labels)).noneMatch(pair -> pair.get(0).intersects(pair.get(1)));
    assertThat(labels)
        .allSatisfy(
            label -> {
              assertThat(paper.shapes().values())
                  .noneMatch(shape -> shape.intersects(label) && !shape.contains(label));
              assertThat(paper.edges().values().stream().flatMap(List::stream))
                  .noneMatch(line -> line.intersects(label));
            });
  }

  private static <T> Stream<List<T>> pairs(List<T> all) {
    List<List<T>> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (T later : all.subList(i + 1, all.size())) {
        pairs.add(List.of(all.get(i), later));
      }
    }
    return pairs.stream();
  }
}
