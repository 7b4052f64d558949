package org.xsm.connectors.netboot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.connectors.pxe.DnsmasqLog;
import org.xsm.connectors.pxe.LeaseEvents;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.connectors.pxe.TftpdLog;
import org.xsm.connectors.systemimager.MonitorLine;
import org.xsm.connectors.systemimager.RsyncdLog;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Sighting.Unanswered;
import org.xsm.workflows.site.IpAddress;

/** Logs of real network boots, and what our readers make of them. */
public final class Logs {
  /** What was set where they were written. */
  public static final MenuSettings MENU =
      new MenuSettings(
          MenuSettings.Kind.PXELINUX,
          "/srv/netboot/pxe/tftp",
          "kernel",
          "initrd.img",
          MenuSettings.LocalBoot.NEXT_DEVICE,
          List.of());

  private Logs() {}

  static BootLog reader(String log) {
    return switch (log.replaceFirst("(-[0-9])?\\.log$", "")) {
      case "dnsmasq" -> new DnsmasqLog(MENU);
      case "lease-events" -> new LeaseEvents(MENU);
      case "tftpd" -> new TftpdLog(MENU);
      case "rsyncd" -> new RsyncdLog();
      case "monitor" -> Logs::monitored;
      default -> throw new IllegalArgumentException(log);
    };
  }

  /** These have the time and the other end of the connection in front of the report. */
  private static Optional<Sighting> monitored(String line) {
    String[] words = line.split(" ", 3);
    return words.length < 3
        ? Optional.empty()
        : BootLog.address(words[1]).flatMap(peer -> MonitorLine.read(peer, words[2]));
  }

  /** The lines of a log, such as {@code pxe/dnsmasq.log}. */
  public static List<String> lines(String path) throws IOException {
    try (InputStream stream = Logs.class.getResourceAsStream(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** What the log tells, as its reader understands it. */
  public static List<Sighting> sightings(String path) throws IOException {
    BootLog reader = reader(path.substring(path.lastIndexOf('/') + 1));
    return lines(path).stream().flatMap(line -> reader.read(line).stream()).toList();
  }

  /** The sightings in short: {@code kernel transfer:1 !transfer ?}. */
  static String story(String path) throws IOException {
    return String.join(" ", sightings(path).stream().map(Logs::word).toList());
  }

  private static String word(Sighting sighting) {
    if (sighting instanceof Reached reached) {
      String percent = reached.percent().isPresent() ? ":" + reached.percent().getAsInt() : "";
      return reached.stage().label() + percent;
    }
    return sighting instanceof Failed failed ? "!" + failed.stage().label() : unanswered(sighting);
  }

  private static String unanswered(Sighting sighting) {
    return "?" + ((Unanswered) sighting).mac().value();
  }

  static IpAddress node1() {
    return new IpAddress("10.77.0.11");
  }
}
