package org.xsm.engine.drawings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Where processes have walked: the nodes out of the engine's history, and the flows, which history
 * does not keep, out of a listener on each.
 */
final class Footprints extends AbstractBpmnParseListener implements HistoryEventHandler {
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  @Override
  public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
    transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::remember);
  }

  private void remember(DelegateExecution execution) {
    seen.add(execution.getCurrentTransitionId());
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity activity) {
      seen.add(activity.getActivityId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** The nodes and flows of the drawing on which nobody has been yet. */
  Set<String> missing(Sheet sheet) {
    Set<String> missing = new TreeSet<>(sheet.elementIds().toList());
    missing.removeAll(seen);
    return missing;
  }
}
