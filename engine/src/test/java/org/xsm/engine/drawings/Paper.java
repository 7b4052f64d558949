package org.xsm.engine.drawings;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where everything of a drawing lies on paper, in the drawing's own units. */
record Paper(
    Map<BaseElement, Rectangle2D> shapes,
    Map<BaseElement, List<Line2D>> edges,
    Map<BaseElement, Rectangle2D> labels) {

  static Paper of(Sheet sheet) {
    Map<BaseElement, Rectangle2D> shapes =
        sheet
            .each(BpmnShape.class)
            .collect(Collectors.toMap(BpmnShape::getBpmnElement, it -> rectangle(it.getBounds())));
    Map<BaseElement, List<Line2D>> edges =
        sheet
            .each(BpmnEdge.class)
            .collect(Collectors.toMap(BpmnEdge::getBpmnElement, Paper::lines));
    return new Paper(shapes, edges, labels(sheet));
  }

  private static Map<BaseElement, Rectangle2D> labels(Sheet sheet) {
    return sheet
        .each(BpmnLabel.class)
        .filter(label -> label.getBounds() != null)
        .collect(Collectors.toMap(Paper::labelled, label -> rectangle(label.getBounds())));
  }

  private static BaseElement labelled(BpmnLabel label) {
    return label.getParentElement() instanceof BpmnShape shape
        ? shape.getBpmnElement()
        : ((BpmnEdge) label.getParentElement()).getBpmnElement();
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static List<Line2D> lines(BpmnEdge edge) {
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    return IntStream.range(1, points.size())
        .mapToObj(i -> line(points.get(i - 1), points.get(i)))
        .toList();
  }

  private static Line2D line(Waypoint from, Waypoint to) {
    return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
  }
}
