package org.xsm.connectors.xen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What real tools printed, collected from the field; where that folder is. */
public final class FieldFiles {
  private static final Path FIELD =
      Path.of(
          System.getProperty(
              "xsm.shared", System.getenv().getOrDefault("XSM_SHARED", "../../shared")),
          "fixtures/field");

  private FieldFiles() {}

  /** All files below a folder, such as {@code tool-outputs}; none where there is no such folder. */
  public static List<Path> below(String folder) {
    Path root = FIELD.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
