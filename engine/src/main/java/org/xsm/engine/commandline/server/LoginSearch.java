package org.xsm.engine.commandline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;

/**
 * Finds out who calls: by what was said with the command, else by the environment, else, on the
 * manager's own machine, by the first passwords, which only its own user can read.
 */
public final class LoginSearch {
  private static final String NO_LOGIN =
      """
      Who are you? Say it in one of these ways:
        XSM_TOKEN in the environment, or --token-file FILE
        --user NAME, which asks for the password, or takes it from XSM_PASSWORD
        on the manager's own machine: --home DIR, its home folder, if you may read it""";

  private final Console console;
  private final Address address;

  public LoginSearch(Console console, Address address) {
    this.console = console;
    this.address = address;
  }

  /**
   * What was said with the command.
   *
   * @param usual one of the first people, who is taken where nobody is named
   * @param home the manager's home folder, for when it is on this machine
   */
  public record Said(Optional<String> user, Optional<Path> tokenFile, String usual, Path home) {
    public Said {
      Objects.requireNonNull(user);
      Objects.requireNonNull(tokenFile);
      Objects.requireNonNull(usual);
      Objects.requireNonNull(home);
    }
  }

  /** The login; ends the command where there is none. */
  public Login find(Said said) {
    if (said.tokenFile().isPresent()) {
      return Login.token(token(said.tokenFile().get()), said.tokenFile().get().toString());
    }
    if (said.user().isPresent()) {
      return byName(said.user().get(), said.home());
    }
    if (!console.variable("XSM_TOKEN").isEmpty()) {
      return Login.token(console.variable("XSM_TOKEN").strip(), "XSM_TOKEN");
    }
    if (!console.variable("XSM_USER").isEmpty()) {
      return byName(console.variable("XSM_USER"), said.home());
    }
    return atHome(said.usual(), said.home())
        .orElseThrow(() -> new Ending(ExitCode.ERROR, NO_LOGIN));
  }

  private Login byName(String name, Path home) {
    String password = console.variable("XSM_PASSWORD");
    return password.isEmpty()
        ? atHome(name, home).orElseGet(() -> asked(name))
        : Login.password(name, password, "XSM_PASSWORD");
  }

  private Login asked(String name) {
    return console
        .terminal()
        .askSecretly("Password of " + name + " at " + address + ": ")
        .map(password -> Login.password(name, new String(password), "your keyboard"))
        .orElseThrow(
            () ->
                new Ending(
                    ExitCode.ERROR,
                    "Nobody is here to be asked for the password of "
                        + name
                        + ". Set XSM_PASSWORD or XSM_TOKEN."));
  }

  /** Only for a manager on this machine: nobody else shall be sent what stands in its folder. */
  private Optional<Login> atHome(String name, Path home) {
    Path file = home.resolve("secrets").resolve("first-passwords");
    if (!address.isThisMachine() || !Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split(" ", 2))
          .filter(words -> words.length == 2 && words[0].equals(name))
          .findFirst()
          .map(words -> Login.password(name, words[1], file.toString()));
    } catch (IOException unreadable) {
      throw new Ending(ExitCode.ERROR, file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private String token(Path file) {
    try {
      if (isOpenToOthers(file)) {
        console.warn(file + " can be read by others: chmod 600 " + file);
      }
      return Files.readString(file).strip();
    } catch (NoSuchFileException none) {
      throw new Ending(ExitCode.ERROR, "There is no file " + file + " with a token.");
    } catch (IOException unreadable) {
      throw new Ending(ExitCode.ERROR, file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
    return may.contains(PosixFilePermission.GROUP_READ)
        || may.contains(PosixFilePermission.OTHERS_READ);
  }
}
