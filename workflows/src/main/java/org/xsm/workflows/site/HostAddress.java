package org.xsm.workflows.site;

import java.util.regex.Pattern;

/** The address of a host's Dom0, by which the host is known everywhere. */
public record HostAddress(String value) implements Comparable<HostAddress> {
  /**
   * @throws InvalidValue when it is not an IPv4 address; host names are refused, since two names of
   *     one host would be planned as two hosts
   */
  public HostAddress {
    new IpAddress(value);
  }

  /** Whether a text names this host, and not only one whose address begins or ends so. */
  public boolean isNamedIn(String text) {
    return Pattern.compile("(?<![0-9.])" + Pattern.quote(value) + "(?!\\.?[0-9])")
        .matcher(text)
        .find();
  }

  /** The text, with this host's name before it unless the text has it. */
  public String naming(String text) {
    return isNamedIn(text) ? text : this + ": " + text;
  }

  @Override
  public int compareTo(HostAddress other) {
    return Long.compare(number(), other.number());
  }

  private long number() {
    long number = 0;
    int octet = 0;
    for (int at = 0; at < value.length(); at++) {
      char next = value.charAt(at);
      octet = next == '.' ? 0 : octet * 10 + next - '0';
      number = next == '.' ? number << 8 : number & ~0xFFL | octet;
    }
    return number;
  }

  @Override
  public String toString() {
    return value;
  }
}
