package org.xsm.engine.crash.child;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Watches every task and every end of every drawing: when the engine begins with it, and when it
 * has ended. A task that a worker does is begun when the worker takes it; see {@link TakenTasks}.
 */
final class WatchedDrawings extends AbstractProcessEnginePlugin {
  private final Deaths deaths;
  private final EndedActions ended;

  WatchedDrawings(Deaths deaths) {
    this.deaths = deaths;
    this.ended = new EndedActions(deaths);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (configuration.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(configuration.getCustomPostBPMNParseListeners());
    }
    listeners.add(new Listener());
    configuration.setCustomPostBPMNParseListeners(listeners);
  }

  private void watch(ActivityImpl activity) {
    if (!(activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior)) {
      activity.addListener(
          ExecutionListener.EVENTNAME_START,
          (ExecutionListener) at -> deaths.pass(Point.TAKEN, List.of(action(at))));
    }
    activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::end);
  }

  /** What was broken off, by trouble or by a timer, has not ended. */
  private void end(DelegateExecution execution) {
    if (!((ExecutionEntity) execution).isCanceled()) {
      ended.add(action(execution));
    }
  }

  private static Action action(DelegateExecution execution) {
    ExecutionEntity entity = (ExecutionEntity) execution;
    return new Action(entity.getProcessDefinition().getKey(), entity.getCurrentActivityId());
  }

  private final class Listener extends AbstractBpmnParseListener {
    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      watch(activity);
    }
  }
}
