package org.xsm.connectors.simulated;

import java.io.IOException;

/**
 * What the real {@code xl} 4.17 was asked and how it answered, as it was recorded on a real Xen
 * host.
 *
 * @param command the shell command
 */
record Transcript(String command, Dom0.Answer answer) {
  static Transcript read(String name) throws IOException {
    String text = Dom0.resource("xen-4.17/" + name + ".txt");
    String[] lines = text.split("\n", 3);
    int out = text.indexOf("--- stdout\n") + "--- stdout\n".length();
    int err = text.lastIndexOf("--- stderr\n");
    return new Transcript(
        lines[0],
        new Dom0.Answer(
            Integer.parseInt(lines[1].substring("exit ".length())),
            text.substring(out, err),
            text.substring(err + "--- stderr\n".length())));
  }

  /**
   * An answer without what is never the same twice: CPU times, run states, UUIDs, process ids,
   * which of two was first.
   */
  static Dom0.Answer comparable(Dom0.Answer answer) {
    return new Dom0.Answer(answer.exit(), comparable(answer.out()), comparable(answer.err()));
  }

  private static String comparable(String text) {
    return text.replaceAll("(?m)     (r-----|-b----|------|rb----)  +[0-9.]+", "     running  T")
        .replaceAll("(?m)     ([-a-z]{6})  +[0-9.]+", "     $1  T")
        .replaceAll("(?m) +[0-9-] +(-b-|r--|--p) +[0-9.]+  all / all", " C $1 T  all / all")
        .replaceAll(
            "(?!00000000-)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "U")
        .replaceAll("(vif-bridge o[nf]+line) \\[[0-9]+\\]", "$1 [P]")
        .replaceAll("(?m)^(first|second) ([0-9])$", "one of them $2")
        .replace("one of them 1\none of them 0\n", "one of them 0\none of them 1\n");
  }
}
