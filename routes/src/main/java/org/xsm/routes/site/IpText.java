package org.xsm.routes.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Printable;

/** Reads {@code <IP gateway="192.168.5.1">192.168.5.50/24</IP>} and {@code <IP>DHCP</IP>}. */
final class IpText {
  private static final String DHCP = "DHCP";
  private static final String ADVICE =
      "Write DHCP, or an address such as 192.168.5.50 or 192.168.5.50/24.";
  private static final Pattern WITH_PREFIX = Pattern.compile("([0-9.]+)/([0-9]*)");
  private static final Pattern PREFIX = Pattern.compile("[1-9]|[12][0-9]|3[01]");
  private static final Pattern LIKE_IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(/.*)?");

  private IpText() {}

  /**
   * @throws InvalidValue when it is neither DHCP nor an address, or the gateway does not fit it
   */
  static IpSetting parse(String text, Optional<String> gateway) {
    if (text.equals(DHCP)) {
      gateway.ifPresent(IpText::refuseGateway);
      return new IpSetting.Dhcp();
    }
    refuseOthers(text);
    Matcher split = WITH_PREFIX.matcher(text);
    boolean hasPrefix = split.matches();
    IpAddress address = new IpAddress(hasPrefix ? split.group(1) : text);
    Optional<Integer> prefix = hasPrefix ? Optional.of(prefix(split.group(2))) : Optional.empty();
    prefix.ifPresent(bits -> Subnet.around(address, bits).refuseUnlessOneMachines(address));
    return new IpSetting.Fixed(
        address, prefix, gateway.map(given -> gateway(given, address, prefix)));
  }

  private static void refuseGateway(String gateway) {
    throw new InvalidValue(
        "the gateway '" + Printable.of(gateway) + "' stands beside DHCP, which brings its own",
        "Delete the attribute 'gateway', or write an address.");
  }

  private static void refuseOthers(String text) {
    if (text.equalsIgnoreCase(DHCP)) {
      throw new InvalidValue(
          "'" + text + "' is not written as it must be", "Write DHCP in capital letters.");
    }
    if (LIKE_IPV6.matcher(text).matches()) {
      throw new InvalidValue(
          "'" + Printable.of(text) + "' looks like IPv6, which is not supported yet", ADVICE);
    }
    if (!text.contains(".")) {
      throw new InvalidValue(
          "'" + Printable.of(text) + "' is neither DHCP nor an IPv4 address", ADVICE);
    }
  }

  private static int prefix(String text) {
    if (!PREFIX.matcher(text).matches()) {
      throw new InvalidValue(
          "'/" + Printable.of(text) + "' is not the length of a network's prefix",
          "Write /1 to /31, such as /24.");
    }
    return Integer.parseInt(text);
  }

  private static IpAddress gateway(String text, IpAddress own, Optional<Integer> prefix) {
    IpAddress gateway = new IpAddress(text);
    if (gateway.equals(own)) {
      throw new InvalidValue(
          "the gateway " + gateway + " is the VM's own address", "Write the router's address.");
    }
    prefix.ifPresent(bits -> Subnet.around(own, bits).refuseUnlessWithin(gateway));
    return gateway;
  }
}
