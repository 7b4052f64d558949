package org.xsm.workflows.site;

import java.util.Locale;
import java.util.regex.Pattern;

/** The hardware address of a network card, kept in upper case with colons. */
public record MacAddress(String value) implements Comparable<MacAddress> {
  private static final Pattern COLONS = Pattern.compile("([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");

  /**
   * @throws InvalidValue when it is not six octets in hexadecimal with colons, or not the address
   *     of one card
   */
  public MacAddress {
    String advice = "Write six octets in hexadecimal with colons, such as 00:16:3E:00:00:01.";
    if (!COLONS.matcher(value).matches()) {
      throw new InvalidValue("'" + Printable.of(value) + "' is not a hardware address", advice);
    }
    if ((Integer.parseInt(value.substring(0, 2), 16) & 1) == 1) {
      throw new InvalidValue(
          "'" + value + "' is a multicast address, which no card can have", advice);
    }
    value = value.toUpperCase(Locale.ROOT);
    if (value.equals("00:00:00:00:00:00")) {
      throw new InvalidValue("'" + value + "' is the empty address", advice);
    }
  }

  @Override
  public int compareTo(MacAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
