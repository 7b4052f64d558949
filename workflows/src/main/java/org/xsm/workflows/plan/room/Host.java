package org.xsm.workflows.plan.room;

import java.util.Objects;

/**
 * A host that answers.
 *
 * @param free memory in MiB that it could give to guests now
 * @param family guests move while they run only between hosts of one family
 */
public record Host(int free, String family) {
  public Host {
    Objects.requireNonNull(family);
  }
}
