package org.xsm.connectors.simulated;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One guest as its simulated host lists it.
 *
 * @param id the domid
 * @param name {@code (null)} while the domain has none yet
 * @param memory what it has, MiB; 0 while it is being made
 * @param vcpus VCPUs that are online
 * @param state six letters as {@code xl list} prints them, such as {@code -b----}
 */
public record SimulatedDomain(
    int id, String name, UUID uuid, long memory, int vcpus, String state) {
  private static final Pattern ROW =
      Pattern.compile(
          "(.+?) +(\\d+) +(\\d+) +(\\d+) +([a-zA-Z-]{6}) +[0-9.]+ ([0-9a-f-]{36}) +\\S+ +\\S+");

  /** Reads a row of {@code xl list -v}. */
  static SimulatedDomain parse(String row) {
    Matcher columns = ROW.matcher(row);
    if (!columns.matches()) {
      throw new IllegalStateException("not a row of 'xl list -v': " + row);
    }
    return new SimulatedDomain(
        Integer.parseInt(columns.group(2)),
        columns.group(1),
        UUID.fromString(columns.group(6)),
        Long.parseLong(columns.group(3)),
        Integer.parseInt(columns.group(4)),
        columns.group(5));
  }
}
