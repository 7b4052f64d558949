package org.xsm.engine.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The database in the home folder while it is made for the first time. Its tables come in hundreds
 * of statements, each with a commit of its own; half of them would be of no use to any later start.
 * So one whose making was cut off is thrown away: nobody can have put anything into it, since the
 * mark is taken away before the first page and the first file are let in.
 */
final class NewDatabase implements SmartInitializingSingleton {
  private final Path file;
  private final Path mark;

  /**
   * @param data the folder with the database
   */
  NewDatabase(Path data) {
    this.file = data.resolve("xsm.mv.db");
    this.mark = data.resolve("xsm.being-made");
  }

  /** To be called before the database is opened. */
  void begin() {
    try {
      if (Files.exists(mark) && Files.exists(file)) {
        throwAway();
      }
      if (Files.notExists(file) && Files.notExists(mark)) {
        Files.createFile(mark);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Unless it is locked: another manager is just making it, and opening it will say so. */
  private void throwAway() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.delete(file);
      }
    }
  }

  /** All parts are there, and so are the tables. */
  @Override
  public void afterSingletonsInstantiated() {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
