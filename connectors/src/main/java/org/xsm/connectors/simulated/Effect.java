package org.xsm.connectors.simulated;

import java.time.Instant;

/**
 * One act on a simulated host, as the host itself noted it: what tests count instead of believing
 * the manager.
 *
 * @param at when
 * @param verb {@code create-begin}, {@code create}, {@code shutdown}, {@code destroy}, … ; {@code
 *     ended} and {@code restarted} for what a guest's stop led to
 * @param name the domain's name
 * @param uuid the domain's UUID; empty when it is not known
 * @param result {@code begin}, {@code ok}, {@code exit 3}, or more words
 */
public record Effect(Instant at, String verb, String name, String uuid, String result) {
  /** Whether it was carried out. */
  public boolean succeeded() {
    return result.equals("ok");
  }

  /** Reads a line of {@code effects.log}. */
  static Effect parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 5) {
      throw new IllegalStateException("not a line of effects.log: " + line);
    }
    return new Effect(
        Instant.ofEpochMilli(Long.parseLong(columns[0])),
        columns[1],
        columns[2],
        columns[3],
        columns[4]);
  }
}
