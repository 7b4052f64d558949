package org.xsm.routes.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xsm.workflows.Home;

/** The templates that a fresh home gets, so that the paper's example runs at once. */
public final class ExampleTemplates {
  private static final List<String> FILES = List.of("apache_svr.cfg", "mysql_svr.cfg");

  private ExampleTemplates() {}

  /**
   * Lays the examples into the templates folder if there is no such folder yet. A folder that is
   * there, even an empty one, belongs to the administrator.
   */
  public static void layInto(Home home) {
    if (Files.exists(home.templates())) {
      return;
    }
    try {
      Files.createDirectories(home.root());
      Path fresh = Files.createTempDirectory(home.root(), ".templates-");
      for (String file : FILES) {
        copy(file, fresh);
      }
      publish(fresh, home.templates());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "The folder " + home.templates() + " cannot be made. Check who may write there.",
          unwritable);
    }
  }

  private static void copy(String file, Path folder) throws IOException {
    try (InputStream example = ExampleTemplates.class.getResourceAsStream(file)) {
      Files.copy(example, folder.resolve(file));
    }
  }

  /** All at once, so that a crash leaves no folder with half of the examples. */
  private static void publish(Path fresh, Path templates) throws IOException {
    fresh.toFile().setReadable(true, false);
    fresh.toFile().setExecutable(true, false);
    try {
      Files.move(fresh, templates);
    } catch (FileAlreadyExistsException other) {
      for (String file : FILES) {
        Files.delete(fresh.resolve(file));
      }
      Files.delete(fresh);
    }
  }
}
