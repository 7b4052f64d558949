package org.xsm.engine.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells tests which class-data archive belongs to a jar. */
public final class Archives {
  private Archives() {}

  /** The archive of exactly this jar; empty when none was made yet. */
  public static Optional<Path> of(Path jar) {
    try {
      return ClassArchive.beside(jar).filter(ClassArchive::isThere).map(ClassArchive::file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
