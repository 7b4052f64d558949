package org.xsm.workflows.site;

import java.util.Arrays;

/** How a bare machine gets its address once it is installed ({@code <IP>} of a host). */
public enum Addressing {
  /** It is written into the installed system. */
  STATIC,
  /** The DHCP server leases it, always the same one. */
  DHCP;

  /**
   * Reads the text of a site file.
   *
   * @throws InvalidValue when it is neither word
   */
  public static Addressing parse(String text) {
    return Arrays.stream(values())
        .filter(setting -> setting.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "'" + Printable.of(text) + "' is no network setting of a host",
                    "Write STATIC or DHCP; the address itself stands in <DOM0>."));
  }
}
