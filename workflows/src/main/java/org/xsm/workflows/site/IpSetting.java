package org.xsm.workflows.site;

import java.util.Optional;

/** How a VM gets its address: {@code <IP>DHCP</IP>}, or an address of its own. */
public sealed interface IpSetting {
  /**
   * The text as it stands in a site file: {@code DHCP}, {@code 192.168.5.50} or {@code
   * 192.168.5.50/24}.
   */
  String text();

  /** The address is leased by a DHCP server. */
  record Dhcp() implements IpSetting {
    @Override
    public String text() {
      return "DHCP";
    }
  }

  /**
   * The address is fixed.
   *
   * @param prefix length of the network's prefix in bits, 1 to 31, where one is given
   */
  record Fixed(IpAddress address, Optional<Integer> prefix, Optional<IpAddress> gateway)
      implements IpSetting {
    /**
     * @throws InvalidValue when the prefix is not a network's
     */
    public Fixed {
      if (prefix.isPresent() && (prefix.get() < 1 || prefix.get() > 31)) {
        throw new InvalidValue(
            "'/" + prefix.get() + "' is not the length of a network's prefix",
            "Write /1 to /31, such as /24.");
      }
    }

    @Override
    public String text() {
      return address.value() + prefix.map(bits -> "/" + bits).orElse("");
    }
  }
}
