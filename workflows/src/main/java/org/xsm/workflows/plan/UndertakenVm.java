package org.xsm.workflows.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * A VM that we look after, as we made it last.
 *
 * @param movingTo the host that we have begun to move it to; as long as that is not done, it may be
 *     there or on its host
 * @param guestConfig the guest config that we wrote last, exactly; empty where that is not known
 */
public record UndertakenVm(
    SetName set, Vm vm, Optional<HostAddress> movingTo, Optional<String> guestConfig) {
  public UndertakenVm {
    Objects.requireNonNull(set);
    Objects.requireNonNull(vm);
    Objects.requireNonNull(movingTo);
    Objects.requireNonNull(guestConfig);
  }

  /** Every host that it may be on as far as we know. */
  public Stream<HostAddress> hosts() {
    return Stream.concat(Stream.of(vm.host()), movingTo.stream()).distinct();
  }
}
