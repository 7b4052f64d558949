package org.xsm.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a process and the children that it has waited for have used, in hundredths of a second; see
 * {@code proc(5)}, stat.
 */
record ProcessorTime(long own, long children) {
  static ProcessorTime of(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new ProcessorTime(
        Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
        Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(own - earlier.own, children - earlier.children);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "processors: manager %.1f s, simulated hosts %.1f s",
        own / 100.0,
        children / 100.0);
  }
}
