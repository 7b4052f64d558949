package org.xsm.connectors.pxe;

import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

/** Bare machines for tests. */
public final class Machines {
  private Machines() {}

  /** {@code xen5}, with this address and MAC {@code 00:16:3E:00:00:05}. */
  public static BareHost xen(int number, String address) {
    return named("xen" + number, String.format("00:16:3E:00:00:%02X", number), address);
  }

  public static BareHost named(String name, String mac, String address) {
    return new BareHost(
        new HostName(name),
        new ImageName("xen-base"),
        new HostAddress(address),
        new MacAddress(mac),
        Addressing.STATIC,
        TransferMethod.UNICAST,
        new PowerControl.Manual());
  }

  /** In a session of two. */
  public static Transfer cast(TransferMethod method) {
    return Transfer.by(
        new ImageSession("r1.xen-base." + method.label(), new ImageName("xen-base"), method, 2));
  }

  /** The same machine, powered so. */
  public static BareHost powered(BareHost machine, PowerControl power) {
    return new BareHost(
        machine.name(),
        machine.image(),
        machine.address(),
        machine.mac(),
        machine.addressing(),
        machine.method(),
        power);
  }
}
