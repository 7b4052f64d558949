package org.xsm.connectors.systemimager;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Sighting.Received;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.Printable;

/**
 * The log of rsync's daemon (3.1 to 3.5). It remembers which process serves which machine, since
 * errors name only the process. That a copy has ended does not show: {@code sent … bytes} also
 * follows copies that failed, and a client that dies leaves no line at all.
 *
 * <p>An installer that is done asks for the file {@code imaging_complete_ADDRESS}; the request is
 * the message. It counts only for the machine that asks. Our own installer asks for {@code
 * receipt_ADDRESS_WAY_SUM} before, which says what it has received and how.
 */
public final class RsyncdLog implements BootLog {
  private static final int MOST_PROCESSES = 4096;
  private static final int LONGEST_CAUSE = 200;
  private static final Pattern LINE =
      Pattern.compile("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d \\[(\\d{1,10})\\] (.*)");

  /** A client's words may hold whatever they like, but the address behind them is the daemon's. */
  private static final Pattern ASKED =
      Pattern.compile("rsync on ([^/]+)/(\\S*) from [^ ]* \\(([0-9.]{7,15})\\)");

  private static final Pattern NO_MODULE =
      Pattern.compile("unknown module '(.*)' tried from [^ ]* \\(([0-9.]{7,15})\\)");
  private static final Pattern ERROR = Pattern.compile("rsync(?: error)?: (.+)");
  private static final Set<String> NO_IMAGES = Set.of("boot", "overrides", "torrents");
  private static final String CASTS = "casts";
  private static final String DONE = "imaging_complete_";
  private static final Pattern RECEIPT =
      Pattern.compile("receipt_([0-9.]{7,15})_(cast1|cast2|unicast)_([0-9a-f]{64})");

  private final Map<String, IpAddress> copies =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, IpAddress> eldest) {
          return size() > MOST_PROCESSES;
        }
      };

  @Override
  public Optional<Sighting> read(String line) {
    Matcher known = LINE.matcher(line);
    if (line.length() > LONGEST || !known.matches()) {
      return Optional.empty();
    }
    String process = known.group(1);
    String message = known.group(2);
    Matcher asked = ASKED.matcher(message);
    if (asked.matches()) {
      return BootLog.address(asked.group(3))
          .flatMap(peer -> asked(process, asked.group(1), asked.group(2), peer));
    }
    Matcher noModule = NO_MODULE.matcher(message);
    return noModule.matches()
        ? BootLog.address(noModule.group(2)).map(peer -> noModule(noModule.group(1), peer))
        : error(process, message);
  }

  private Optional<Sighting> asked(String process, String module, String path, IpAddress peer) {
    copies.remove(process);
    if (module.equals("scripts")) {
      return scripts(path, peer);
    }
    if (NO_IMAGES.contains(module)) {
      return Optional.empty();
    } else if (module.equals(CASTS)) {
      return Optional.of(new Reached(Trace.of(peer), Stage.TRANSFER, Witness.RSYNC));
    }
    copies.put(process, peer);
    return Optional.of(new Reached(Trace.of(peer), Stage.TRANSFER, Witness.RSYNC));
  }

  private static Optional<Sighting> scripts(String path, IpAddress peer) {
    Matcher receipt = RECEIPT.matcher(path);
    if (receipt.matches()) {
      return receipt.group(1).equals(peer.value())
          ? Optional.of(new Received(Trace.of(peer), receipt(receipt), Witness.RSYNC))
          : Optional.empty();
    } else if (!path.startsWith(DONE)) {
      return Optional.of(new Reached(Trace.of(peer), Stage.INSTALLER, Witness.RSYNC));
    }
    return path.equals(DONE + peer)
        ? Optional.of(new Reached(Trace.of(peer), Stage.INSTALLED, Witness.RSYNC))
        : Optional.empty();
  }

  private static Receipt receipt(Matcher told) {
    Receipt.Way way = Receipt.Way.valueOf(told.group(2).toUpperCase(Locale.ROOT));
    return new Receipt(way, told.group(3));
  }

  private static Sighting noModule(String module, IpAddress peer) {
    return failed(
        peer,
        "It asked for the image "
            + Printable.of(module)
            + ", which the image server does not serve; assign it an image that there is.");
  }

  private Optional<Sighting> error(String process, String message) {
    Matcher error = ERROR.matcher(message);
    IpAddress peer = copies.get(process);
    return peer != null && error.matches()
        ? Optional.of(
            failed(
                peer,
                "Copying its image broke off ("
                    + Printable.of(error.group(1), LONGEST_CAUSE)
                    + "); look whether its disk is full, and at its console."))
        : Optional.empty();
  }

  private static Sighting failed(IpAddress peer, String cause) {
    return new Failed(Trace.of(peer), Stage.TRANSFER, cause, Witness.RSYNC);
  }
}
