package org.xsm.workflows.run;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks.
 *
 * @param groups the groups that the person is in: {@code admin}, {@code operator}, {@code
 *     approver}, {@code viewer}
 */
public record Person(String name, Set<String> groups) {
  /** The group that may do everything, and see Cockpit. */
  public static final String ADMIN = "admin";

  /** The group that may submit site files, cancel runs and decide troubles. */
  public static final String OPERATOR = "operator";

  /** The group that may approve and reject plans. */
  public static final String APPROVER = "approver";

  /** The group that may look only. */
  public static final String VIEWER = "viewer";

  public Person {
    Objects.requireNonNull(name);
    groups = Set.copyOf(groups);
  }

  /** Whether the person may submit files, cancel runs and decide troubles. */
  public boolean mayOperate() {
    return isIn(OPERATOR) || isIn(ADMIN);
  }

  public boolean isIn(String group) {
    return groups.contains(group);
  }
}
