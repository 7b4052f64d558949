package org.xsm.workflows.site;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a virtual machine, which is also its domain's name on the host.
 *
 * <p>Beyond the alphabet of names, it must not be read by {@code xl} as something else: digits
 * alone are a domain id, {@code Domain-0} is the host itself, and {@code …--incoming}, {@code
 * …--migratedaway} (xl) and {@code migrating-…} (xm) are names that a migration gives to its own
 * halves.
 */
public record VmName(String value) implements Comparable<VmName> {
  private static final Set<String> HOST_ITSELF = Set.of("domain-0", "dom0");

  /**
   * @throws InvalidValue when the name is not one that every toolstack takes for a name
   */
  public VmName {
    Names.check("VM", value);
    String lower = value.toLowerCase(Locale.ROOT);
    if (HOST_ITSELF.contains(lower)) {
      throw new InvalidValue(
          "'" + value + "' is the host's own domain", "Give the VM another name.");
    }
    if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidValue(
          "'" + value + "' would be taken for a domain id",
          "Give the VM a name with at least one letter.");
    }
    if (value.endsWith("--incoming")
        || value.endsWith("--migratedaway")
        || value.startsWith("migrating-")) {
      throw new InvalidValue(
          "'" + value + "' is a name that Xen gives to a VM on the move",
          "Give the VM another name.");
    }
  }

  @Override
  public int compareTo(VmName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
