package org.xsm.engine.commandline.server;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.workflows.site.Printable;

/** The manager does not answer. */
public final class Unreachable extends RuntimeException {
  private final transient Address address;

  Unreachable(Address address, IOException why) {
    super(why);
    this.address = address;
  }

  /** How a command ends that cannot wait until it answers. */
  public Ending ending() {
    return new Ending(ExitCode.ERROR, getCause() instanceof SSLException ? strange() : away());
  }

  private String away() {
    return "No manager answers at %s (%s). Start it there, or name another by --server URL or XSM_SERVER."
        .formatted(address, why());
  }

  private String strange() {
    return "The certificate of %s is not trusted (%s). If it is the right one, name it, or the authority that has signed it, by --ca FILE (PEM)."
        .formatted(address, why());
  }

  private String why() {
    if (isNameless()) {
      return "no machine has this name";
    }
    String text = getCause().getMessage();
    if (text != null && !text.isEmpty()) {
      return Printable.of(text, 200);
    }
    return getCause() instanceof ConnectException ? "connection refused" : "connection lost";
  }

  private boolean isNameless() {
    return Stream.<Throwable>iterate(getCause(), Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }
}
