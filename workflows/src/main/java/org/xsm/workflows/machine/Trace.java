package org.xsm.workflows.machine;

import java.util.Optional;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;

/** By what a machine was seen: its network card, its address, or both. */
public record Trace(Optional<MacAddress> mac, Optional<IpAddress> address) {
  public Trace {
    if (mac.isEmpty() && address.isEmpty()) {
      throw new IllegalStateException("a machine that was seen by nothing was not seen");
    }
  }

  public static Trace of(MacAddress mac) {
    return new Trace(Optional.of(mac), Optional.empty());
  }

  public static Trace of(IpAddress address) {
    return new Trace(Optional.empty(), Optional.of(address));
  }

  public static Trace of(MacAddress mac, IpAddress address) {
    return new Trace(Optional.of(mac), Optional.of(address));
  }

  /** Whether that was this machine: nothing of the trace contradicts it. */
  public boolean isOf(BareHost machine) {
    return mac.map(machine.mac()::equals).orElse(true)
        && address.map(seen -> seen.value().equals(machine.address().value())).orElse(true);
  }
}
