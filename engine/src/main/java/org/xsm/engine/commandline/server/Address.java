package org.xsm.engine.commandline.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.site.Printable;

/**
 * Where the manager is.
 *
 * @param root its first page, which ends in a slash
 */
public record Address(URI root) {
  /** Where a manager listens that was told nothing. */
  public static final String USUAL = "http://localhost:8080";

  /** Numbers only: 127.example.org is somebody else's name. */
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  public Address {
    Objects.requireNonNull(root);
  }

  /** Reads an address as a person writes it; ends the command where it is none. */
  public static Address parse(String text) {
    try {
      URI root = new URI(text.endsWith("/") ? text : text + "/");
      if (isWeb(root) && root.getUserInfo() == null && root.getQuery() == null) {
        return new Address(root);
      }
    } catch (URISyntaxException wrong) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static boolean isWeb(URI root) {
    return root.getHost() != null
        && ("http".equalsIgnoreCase(root.getScheme())
            || "https".equalsIgnoreCase(root.getScheme()));
  }

  private static Ending wrong(String text) {
    return new Ending(
        ExitCode.USAGE,
        "'"
            + Printable.of(text)
            + "' is not where a manager can be. Write it like https://xsm.example.org:8443"
            + " or "
            + USUAL
            + "; name and password do not belong there.");
  }

  /** Whether what is sent there can be read by nobody on the way. */
  public boolean isSecret() {
    return root.getScheme().equalsIgnoreCase("https") || isThisMachine();
  }

  /** Whether it is this very machine, by a name or number that no name server can turn. */
  public boolean isThisMachine() {
    String host = root.getHost();
    return host.equalsIgnoreCase("localhost")
        || LOOPBACK.matcher(host).matches()
        || host.equals("[::1]");
  }

  URI at(String path) {
    return root.resolve(path);
  }

  @Override
  public String toString() {
    return root.toString().substring(0, root.toString().length() - 1);
  }
}
