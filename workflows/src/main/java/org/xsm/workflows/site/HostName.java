package org.xsm.workflows.site;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a bare machine, which becomes its host name: one label of RFC 1123, kept in lower
 * case.
 *
 * <p>Beyond that it must not be read as something else by dnsmasq, in whose lines a number, perhaps
 * with a unit, is a lease time, and two words are settings.
 */
public record HostName(String value) implements Comparable<HostName> {
  private static final int LONGEST = 63;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern TAKEN =
      Pattern.compile("localhost|infinite|ignore|[0-9]+[smhdw]?", Pattern.CASE_INSENSITIVE);
  private static final String ADVICE =
      "Use 1 to "
          + LONGEST
          + " letters (a-z), digits and '-', beginning and ending with a letter or a digit, such as"
          + " xen5.";

  /**
   * @throws InvalidValue when it is not a label, or one that a server would take for something else
   */
  public HostName {
    String lower = value.toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST || !LABEL.matcher(lower).matches()) {
      throw new InvalidValue("'" + Printable.of(value) + "' cannot be a host's name", ADVICE);
    }
    if (TAKEN.matcher(lower).matches()) {
      throw new InvalidValue(
          "'" + value + "' would be taken for something else than a host's name",
          "Give the host a name with a word in it, such as xen5.");
    }
    value = lower;
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
