package org.xsm.connectors.bootserver;

import java.util.Optional;
import java.util.function.Function;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;

/**
 * Recognises in a server's log what it tells about bare machines. Strangers write parts of such
 * lines (file names, host names), so a line is taken only where it is whole and its ends are in
 * place; any other says nothing, and none ever fails.
 */
public interface BootLog {
  /** Longer lines are not the servers' own. */
  int LONGEST = 2000;

  /** What a line tells, if anything. */
  Optional<Sighting> read(String line);

  /** The address that stands in a line, if it is one. */
  static Optional<IpAddress> address(String text) {
    return value(text, IpAddress::new);
  }

  /** The MAC that stands in a line, if it is one. */
  static Optional<MacAddress> mac(String text) {
    return value(text, MacAddress::new);
  }

  private static <T> Optional<T> value(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (InvalidValue strange) {
      return Optional.empty();
    }
  }
}
