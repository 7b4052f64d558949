package org.xsm.engine.commandline.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;

/**
 * How a caller says who it is.
 *
 * @param authorization the value of the header of that name (RFC 9110, 11.6.2)
 * @param whence in words: where name and secret were found, for when they are refused
 */
public record Login(String authorization, String whence) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,200}");

  /** By a token that the manager has given out. */
  static Login token(String token, String whence) {
    if (!TOKEN.matcher(token).matches()) {
      throw new Ending(ExitCode.ERROR, "What stands in " + whence + " is no token.");
    }
    return new Login("Bearer " + token, "the token in " + whence);
  }

  /** By name and password (RFC 7617). */
  static Login password(String name, String password, String whence) {
    if (name.isBlank() || name.indexOf(':') >= 0) {
      throw new Ending(ExitCode.USAGE, "A user's name is not empty and has no colon.");
    }
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Login(
        "Basic " + Base64.getEncoder().encodeToString(both),
        "user '" + name + "' with the password of " + whence);
  }

  @Override
  public String toString() {
    return whence;
  }
}
