package org.xsm.workflows.plan.room;

import java.util.List;
import java.util.Objects;

/**
 * An act with its place in the graph.
 *
 * @param waitsFor numbers of the acts that must be done before it begins, ascending
 */
public record Scheduled(Act act, List<Integer> waitsFor) {
  public Scheduled {
    Objects.requireNonNull(act);
    waitsFor = List.copyOf(waitsFor);
  }
}
