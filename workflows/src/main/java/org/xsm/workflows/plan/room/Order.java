package org.xsm.workflows.plan.room;

import java.util.List;

/**
 * An order in which memory always suffices.
 *
 * @param acts every act waits only for acts before it
 * @param lacks the guests that are left as they are, by number
 */
public record Order(List<Scheduled> acts, List<Lack> lacks) {
  public Order {
    acts = List.copyOf(acts);
    lacks = List.copyOf(lacks);
  }
}
