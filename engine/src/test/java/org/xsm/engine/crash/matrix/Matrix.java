package org.xsm.engine.crash.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xsm.engine.crash.child.Action;
import org.xsm.engine.crash.child.Passage;
import org.xsm.engine.crash.child.Point;

/**
 * Every task of every drawing, and the points at which to kill the manager there.
 *
 * @param tools for each task the verb of the host's tool by which it has its effect; empty where it
 *     has none, or works without the tool
 */
record Matrix(SortedMap<Action, Optional<String>> tools) {
  private static final Map<String, String> VERBS =
      Map.of(
          "xen.create", "create",
          "xen.shutdown", "shutdown",
          "xen.destroy", "destroy",
          "xen.set-vcpus", "vcpu-set",
          "xen.set-memory", "mem-set",
          "xen.migrate", "migrate");

  /**
   * What no story comes to: the site changes between two looks of a fraction of a second, nobody
   * answers for a day, or two people are asked whether data may be lost. None touches a host.
   */
  private static final Set<String> OFF_STAGE =
      Set.of("VoidApproval", "RemindApprovers", "ConfirmLoss");

  /** A simulated boot server takes away what it is asked to. */
  private static final Set<String> NEVER_TROUBLED = Set.of("retire-host");

  private static final Set<String> OF_TROUBLE =
      Set.of("LookUpRainyDay", "WeighTable", "DecideTrouble", "LeaveOutStep");

  /** Points where the host's tool itself kills the manager. */
  static final Set<Point> AT_HOST = Set.of(Point.HEARD, Point.ACTED);

  /** The tasks that stand in the drawings, but for {@link #OFF_STAGE}. */
  static Matrix ofDrawings() {
    SortedMap<Action, Optional<String>> tools = new TreeMap<>();
    drawings()
        .forEach(
            drawing ->
                drawing.getModelElementsByType(Task.class).stream()
                    .filter(task -> isOnStage(action(drawing, task)))
                    .forEach(task -> tools.put(action(drawing, task), verb(task))));
    return new Matrix(tools);
  }

  private static boolean isOnStage(Action action) {
    return !OFF_STAGE.contains(action.element())
        && !(NEVER_TROUBLED.contains(action.process()) && OF_TROUBLE.contains(action.element()));
  }

  /** The ends of the runs' own process. */
  static Set<Action> ends() {
    return drawings()
        .flatMap(
            drawing ->
                drawing.getModelElementsByType(EndEvent.class).stream()
                    .map(end -> action(drawing, end)))
        .filter(end -> end.process().equals("provision-site"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<BpmnModelInstance> drawings() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn");
      return Arrays.stream(files).map(Matrix::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static BpmnModelInstance read(Resource drawing) {
    try (InputStream content = drawing.getInputStream()) {
      return Bpmn.readModelFromStream(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Action action(BpmnModelInstance drawing, FlowElement element) {
    return new Action(
        drawing.getModelElementsByType(Process.class).iterator().next().getId(), element.getId());
  }

  private static Optional<String> verb(Task task) {
    return task instanceof ServiceTask service
        ? Optional.ofNullable(service.getCamundaTopic()).map(VERBS::get)
        : Optional.empty();
  }

  /** All tasks at all their points. */
  List<Passage> passages() {
    return tools.keySet().stream().flatMap(action -> points(action)).toList();
  }

  private Stream<Passage> points(Action action) {
    return Stream.of(Point.values())
        .filter(point -> tools.get(action).isPresent() || !AT_HOST.contains(point))
        .map(point -> new Passage(action, point));
  }
}
