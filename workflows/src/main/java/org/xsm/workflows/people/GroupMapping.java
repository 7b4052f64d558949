package org.xsm.workflows.people;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.xsm.workflows.run.Person;

/**
 * Which groups elsewhere, such as in a company's directory, stand for which of ours.
 *
 * @param ours by the names that they have elsewhere
 */
public record GroupMapping(Map<String, String> ours) {
  private static final Set<String> KNOWN =
      Set.of(Person.ADMIN, Person.OPERATOR, Person.APPROVER, Person.VIEWER);

  public GroupMapping {
    ours = Map.copyOf(ours);
    for (String group : ours.values()) {
      if (!KNOWN.contains(group)) {
        throw new IllegalArgumentException(
            "'" + group + "' is no group; use admin, operator, approver or viewer");
      }
    }
  }

  /** Our groups for those that somebody has elsewhere; others stand for nothing. */
  public Set<String> of(Collection<String> theirs) {
    return theirs.stream().map(ours::get).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
