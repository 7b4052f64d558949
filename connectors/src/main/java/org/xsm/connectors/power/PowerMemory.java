package org.xsm.connectors.power;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.xsm.workflows.command.OperationId;

/**
 * Remembers what was seen of a machine in the course of an operation, so that one that is carried
 * out again after a crash does not switch off what it has just switched on.
 */
final class PowerMemory {
  private final Path folder;

  /**
   * @param folder where it is kept, a small file for each operation
   */
  PowerMemory(Path folder) {
    this.folder = folder;
  }

  /** What was seen under this operation, if anything. */
  Optional<String> find(OperationId operation) {
    Path file = folder.resolve(operation.value());
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("what was powered cannot be read", broken);
    }
  }

  void remember(OperationId operation, String seen) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, ".", ".unfinished");
      Files.writeString(fresh, seen);
      Files.move(fresh, folder.resolve(operation.value()), ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException broken) {
      throw new UncheckedIOException("what was powered cannot be remembered", broken);
    }
  }
}
