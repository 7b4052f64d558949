package org.xsm.workflows.site;

import java.util.Objects;

/**
 * A bare machine as it is wanted: to be deployed as a Xen host ({@code <HOST>}).
 *
 * @param image what is put on its disk
 * @param address the address that its Dom0 will have, by which it is known as a host
 * @param mac its network card, by which it is known until then
 * @param addressing how the installed system gets its address
 * @param method how the image reaches it
 * @param power how it is switched on
 */
public record BareHost(
    HostName name,
    ImageName image,
    HostAddress address,
    MacAddress mac,
    Addressing addressing,
    TransferMethod method,
    PowerControl power) {
  public BareHost {
    Objects.requireNonNull(name);
    Objects.requireNonNull(image);
    Objects.requireNonNull(address);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(addressing);
    Objects.requireNonNull(method);
    Objects.requireNonNull(power);
    if (power instanceof PowerControl.Ipmi ipmi && ipmi.bmc().equals(address)) {
      throw new InvalidValue(
          "the management controller of " + name + " cannot have the host's own address " + address,
          "Write the controller's address in <POWER>.");
    }
  }
}
