package org.xsm.webtasks.standing;

import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * A VM as it is wanted, beside what was found of it.
 *
 * @param found the domain of its name: on its own host if there is one, else on another
 */
public record VmStanding(SetName set, Vm wanted, Optional<Located> found, Standing standing) {
  public VmStanding {
    Objects.requireNonNull(set);
    Objects.requireNonNull(wanted);
    Objects.requireNonNull(found);
    Objects.requireNonNull(standing);
  }
}
