package org.xsm.connectors.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Writes files in one step, so that neither a reader nor a killed manager ever sees half of one.
 */
public final class AtomicFile {
  /** Readable by everybody. */
  public static final String PUBLIC = "rw-r--r--";

  /** Readable by its owner only. */
  public static final String PRIVATE = "rw-------";

  /** May be run by everybody. */
  public static final String PROGRAM = "rwxr-xr-x";

  private AtomicFile() {}

  /**
   * Puts this content into the file, whether it is there already or not.
   *
   * @param permissions such as {@link #PRIVATE}; the file never has more, not even unfinished
   */
  public static void write(Path file, String permissions, byte[] content) throws IOException {
    Path unfinished =
        Files.createTempFile(file.getParent(), "." + file.getFileName(), ".unfinished");
    try {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString(permissions));
      Files.write(unfinished, content);
      Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Puts this text into the file, as UTF-8. */
  public static void write(Path file, String permissions, String text) throws IOException {
    write(file, permissions, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves the file alone when it has this content already. */
  public static void writeChanged(Path file, String permissions, byte[] content)
      throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      write(file, permissions, content);
    }
  }
}
