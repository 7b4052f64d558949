package org.xsm.workflows.plan;

import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.SetName;

/**
 * A machine that we have deployed, or have begun to.
 *
 * @param image what lies on its disk; empty as long as its deployment has not come to its end
 */
public record UndertakenHost(SetName set, BareHost machine, Optional<ImageName> image) {
  public UndertakenHost {
    Objects.requireNonNull(set);
    Objects.requireNonNull(machine);
    Objects.requireNonNull(image);
  }
}
