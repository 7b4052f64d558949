package org.xsm.workflows.site;

/** The name of a set of VMs; a site file holds one set or several. */
public record SetName(String value) implements Comparable<SetName> {
  /**
   * @throws InvalidValue when the name has other characters than letters, digits and {@code _.-}
   */
  public SetName {
    Names.check("set", value);
  }

  @Override
  public int compareTo(SetName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
