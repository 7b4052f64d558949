package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.xsm.engine.commandline.server.Refused;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;

/**
 * The site file that a command was given.
 *
 * @param name as it was given; {@code -} is the standard input
 */
record SiteFile(String name, InputStream standardInput) {
  /** The manager takes no more than 16 MiB, and says so. */
  private static final int MOST_BYTES = (16 << 20) + 1;

  /** Sends the file, and answers what the manager does. */
  JsonNode sendTo(XsmServer server, String path) {
    try {
      return server.sendFile(path, content());
    } catch (Refused refused) {
      throw refused.isForProblems() ? new WrongFile(shown(), refused.document()) : refused;
    }
  }

  private String shown() {
    return name.equals("-") ? "<stdin>" : name;
  }

  private byte[] content() {
    try (InputStream file =
        name.equals("-") ? standardInput : Files.newInputStream(Path.of(name))) {
      return file.readNBytes(MOST_BYTES);
    } catch (NoSuchFileException none) {
      throw new Ending(ExitCode.ERROR, "There is no file " + name + ".");
    } catch (IOException unreadable) {
      throw new Ending(ExitCode.ERROR, name + " cannot be read: " + unreadable.getMessage());
    }
  }
}
