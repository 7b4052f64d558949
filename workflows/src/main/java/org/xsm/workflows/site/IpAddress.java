package org.xsm.workflows.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address of one machine, in dotted decimals without leading zeros (which some tools read
 * as octal). Never resolves a name.
 */
public record IpAddress(String value) {
  private static final Pattern DOTTED =
      Pattern.compile(
          "(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");
  private static final String ADVICE = "Write an IPv4 address such as 192.168.5.101.";

  /**
   * @throws InvalidValue when it is not an IPv4 address, or one that no single machine can have
   */
  public IpAddress {
    whatIsWrongWith(value)
        .ifPresent(
            wrong -> {
              throw new InvalidValue("'" + Printable.of(value) + "' " + wrong, ADVICE);
            });
  }

  private static Optional<String> whatIsWrongWith(String text) {
    Matcher dotted = DOTTED.matcher(text);
    if (!dotted.matches()) {
      return Optional.of("is not an IPv4 address");
    }
    for (int octet = 1; octet <= 4; octet++) {
      if (Integer.parseInt(dotted.group(octet)) > 255) {
        return Optional.of("is not an IPv4 address: " + dotted.group(octet) + " is more than 255");
      }
    }
    int first = Integer.parseInt(dotted.group(1));
    if (first == 0) {
      return Optional.of("names no machine (addresses beginning with 0 are reserved)");
    }
    return first >= 224
        ? Optional.of("is a multicast, reserved or broadcast address")
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
