package org.xsm.engine.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * How long the runs of one kind took.
 *
 * @param seconds sorted
 */
record Runs(List<Double> seconds) {
  Runs {
    seconds = seconds.stream().sorted().toList();
  }

  double median() {
    return seconds.get(seconds.size() / 2);
  }

  /**
   * In words.
   *
   * @param limit the least in which it can be done, in seconds
   */
  String line(String what, int machines, double limit) {
    return String.format(
        Locale.ROOT,
        "%-10s n=%-3d median %.2f s = %.2f x limit, %.2f to %.2f s in %d runs",
        what,
        machines,
        median(),
        median() / limit,
        seconds.get(0),
        seconds.get(seconds.size() - 1),
        seconds.size());
  }

  /** The SHA-256 of what was received. */
  static String sum(Path file) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), sha256)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
