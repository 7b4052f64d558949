package org.xsm.engine.commandline.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.site.Printable;

/** The manager does not do what was asked, and says why in a problem document (RFC 9457). */
public final class Refused extends RuntimeException {
  private static final int LONGEST = 2000;

  private final int status;
  private final transient JsonNode document;
  private final transient Login login;

  Refused(int status, JsonNode document, Login login) {
    super(Printable.of(document.path("detail").asText(), LONGEST));
    this.status = status;
    this.document = Objects.requireNonNull(document);
    this.login = Objects.requireNonNull(login);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The problem document. */
  public JsonNode document() {
    return document;
  }

  /** Whether a site file was refused for its problems. */
  public boolean isForProblems() {
    return document.path("problems").isArray();
  }

  /** How a command ends that can do nothing about it. */
  public Ending ending() {
    return switch (status) {
      case 401 ->
          new Ending(
              ExitCode.ERROR,
              "The manager does not take "
                  + login
                  + ". Correct it; if it is right, wait a minute, since wrong tries before it count.");
      case 409 -> new Ending(ExitCode.STALE, getMessage());
      default -> new Ending(ExitCode.ERROR, text());
    };
  }

  private String text() {
    return getMessage().isEmpty()
        ? "The manager answers " + status + ", and does not say why; its log does."
        : getMessage();
  }
}
