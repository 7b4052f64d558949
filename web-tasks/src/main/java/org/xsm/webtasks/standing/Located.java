package org.xsm.webtasks.standing;

import java.util.Objects;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.HostAddress;

/** A domain and the host that said that it has it. */
public record Located(HostAddress host, Domain domain) {
  public Located {
    Objects.requireNonNull(host);
    Objects.requireNonNull(domain);
  }
}
