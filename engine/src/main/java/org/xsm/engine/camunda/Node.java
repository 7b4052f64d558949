package org.xsm.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.xsm.workflows.Home;

/**
 * The name under which this manager locks work, the same at every start, so that what it had locked
 * when it was killed can be set free at once.
 */
public record Node(String name) {
  /** The name in the home folder, made at the first start. */
  static Node of(Home home) {
    Path file = home.data().resolve("node");
    try {
      if (Files.notExists(file)) {
        Path fresh = Files.writeString(home.data().resolve("node.new"), "xsm-" + UUID.randomUUID());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Node(Files.readString(file).strip());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot keep the node's name in " + file, unwritable);
    }
  }
}
