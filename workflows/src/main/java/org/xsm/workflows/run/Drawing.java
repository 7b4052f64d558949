package org.xsm.workflows.run;

import java.util.Set;

/**
 * A process drawing and where its instance stands.
 *
 * @param bpmn the drawing as BPMN 2.0 XML with its diagram
 * @param active ids of the elements where a token is
 * @param passed ids of the elements that have been left
 * @param failed ids of the elements where our own part failed (an incident)
 */
public record Drawing(String bpmn, Set<String> active, Set<String> passed, Set<String> failed) {
  public Drawing {
    active = Set.copyOf(active);
    passed = Set.copyOf(passed);
    failed = Set.copyOf(failed);
  }
}
