package org.xsm.engine.commandline.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.xsm.engine.commandline.server.Address;
import org.xsm.engine.commandline.server.Login;
import org.xsm.engine.commandline.server.LoginSearch;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.watch.Watching;
import picocli.CommandLine.Option;

/** Where the manager is, and who calls: the options of every command that asks it. */
final class ServerOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Where the manager is; else XSM_SERVER, else http://localhost:8080.")
  private Optional<String> server = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who calls; the password is asked for, or taken from XSM_PASSWORD.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds a token of the manager, in place of user and password.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) of the authorities that may have signed the manager's.")
  private Optional<Path> authorities = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "The manager's home folder, on its own machine: logs in by its first passwords, where"
              + " nobody is named; else XSM_HOME, else xsm-home.")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--json", description = "Print what the manager answers, for programs.")
  private boolean json;

  /** Whether programs read what is printed. */
  boolean json() {
    return json;
  }

  /** The manager, called by who was named, else by this one of its first people. */
  XsmServer connect(Console console, String usual) {
    Address address = Address.parse(server.orElse(or(console, "XSM_SERVER", Address.USUAL)));
    if (!address.isSecret()) {
      console.warn(
          "Warning: " + address + " is not https; whoever is on the way can read your login.");
    }
    Path folder = home.orElse(Path.of(or(console, "XSM_HOME", "xsm-home")));
    Login login =
        new LoginSearch(console, address)
            .find(new LoginSearch.Said(user, tokenFile, usual, folder));
    return new XsmServer(address, login, authorities);
  }

  /** Watches runs for who reads what is printed. */
  Watching watching(XsmServer manager, Console console) {
    return json ? Watching.forPrograms(manager, console) : Watching.forPeople(manager, console);
  }

  private static String or(Console console, String variable, String otherwise) {
    String value = console.variable(variable);
    return value.isEmpty() ? otherwise : value;
  }
}
