package org.xsm.workflows.command;

import java.util.Objects;
import java.util.Optional;
import org.xsm.workflows.site.TransferMethod;

/**
 * How an image reaches one machine: in a session, with others or alone, or fetched by the machine
 * for itself.
 *
 * @param session empty: by unicast
 */
public record Transfer(Optional<ImageSession> session) {
  /** The machine fetches its image for itself. */
  public static final Transfer UNICAST = new Transfer(Optional.empty());

  public Transfer {
    Objects.requireNonNull(session);
  }

  /** By the session's casts. */
  public static Transfer by(ImageSession session) {
    return new Transfer(Optional.of(session));
  }

  /** Never AUTO. */
  public TransferMethod method() {
    return session.map(ImageSession::method).orElse(TransferMethod.UNICAST);
  }
}
