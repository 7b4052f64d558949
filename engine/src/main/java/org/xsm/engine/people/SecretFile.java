package org.xsm.engine.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password for another system: the first line of a file, read each time it is needed. */
record SecretFile(Path path) {
  /** Empty when there is no such file. */
  String read() {
    if (Files.notExists(path)) {
      return "";
    }
    try (var lines = Files.lines(path)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the password in " + path, unreadable);
    }
  }
}
