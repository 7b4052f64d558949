package org.xsm.engine.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.xsm.workflows.Home;

/** Makes the folders of the home folder that are not there yet. */
final class HomeFolders {
  private HomeFolders() {}

  static Home prepare(Home home) {
    try {
      for (Path folder : List.of(home.inbox(), home.accepted(), home.rejected(), home.data())) {
        Files.createDirectories(folder);
      }
      for (Path folder : List.of(home.ssh(), home.secrets())) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return home;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "the home folder " + home.root() + " cannot be written", unwritable);
    }
  }
}
