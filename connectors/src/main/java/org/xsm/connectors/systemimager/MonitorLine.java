package org.xsm.connectors.systemimager;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.Printable;

/**
 * What an installer reports of itself: SystemImager's monitor protocol, TCP port 8181, one line a
 * connection, {@code key=value} joined by colons. Nobody proves who he is, so a line counts only
 * for the machine at the other end of the connection, and not when it names another.
 */
public final class MonitorLine {
  private static final int LONGEST = 1000;
  private static final int LONGEST_ERROR = 200;

  private MonitorLine() {}

  /**
   * What a report tells, if anything.
   *
   * @param peer the other end of the connection that it came over
   */
  public static Optional<Sighting> read(IpAddress peer, String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, String> told = new HashMap<>();
    for (String pair : line.strip().split(":")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        told.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    Optional<MacAddress> mac = BootLog.mac(told.getOrDefault("mac", "").replace('.', ':'));
    boolean himself = told.getOrDefault("ip", peer.value()).equals(peer.value());
    boolean sane = himself && (mac.isPresent() || !told.containsKey("mac"));
    return sane ? sighting(new Trace(mac, Optional.of(peer)), told) : Optional.empty();
  }

  private static Optional<Sighting> sighting(Trace trace, Map<String, String> told) {
    String status = told.getOrDefault("status", "");
    if (!status.matches("-1|[0-9]{1,3}")) {
      return Optional.empty();
    }
    int code = Integer.parseInt(status);
    if (code >= 1 && code <= 99) {
      return Optional.of(new Reached(trace, Stage.TRANSFER, OptionalInt.of(code), Witness.MONITOR));
    }
    return switch (code) {
      case -1 ->
          Optional.of(
              new Failed(
                  trace, Stage.INSTALLED, gaveUp(told.getOrDefault("error", "")), Witness.MONITOR));
      case 0 -> Optional.of(reached(trace, Stage.INSTALLER));
      case 101 ->
          Optional.of(new Reached(trace, Stage.TRANSFER, OptionalInt.of(100), Witness.MONITOR));
      case 100, 103, 104, 105 -> Optional.of(reached(trace, Stage.INSTALLED));
      case 102 -> Optional.of(reached(trace, Stage.LOCAL_BOOT));
      default -> Optional.empty();
    };
  }

  /** Our own installer says why; SystemImager's does not. */
  private static String gaveUp(String error) {
    return error.isBlank()
        ? "The installer gave up; its console says why."
        : "The installer gave up: %s.".formatted(Printable.of(error.strip(), LONGEST_ERROR));
  }

  private static Sighting reached(Trace trace, Stage stage) {
    return new Reached(trace, stage, Witness.MONITOR);
  }
}
