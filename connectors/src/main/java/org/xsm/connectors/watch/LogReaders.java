package org.xsm.connectors.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.pxe.DnsmasqLog;
import org.xsm.connectors.pxe.LeaseEvents;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.connectors.pxe.TftpdLog;
import org.xsm.connectors.systemimager.RsyncdLog;

/** Which logs are read, in which order, and who understands their lines. */
final class LogReaders {
  private LogReaders() {}

  /**
   * In the order of a machine's way, so that of what is read at once nothing late comes before what
   * is early. A file in which several servers write is read once.
   */
  static Map<ServerPath, List<BootLog>> of(WatchSettings settings, MenuSettings menu) {
    Map<ServerPath, List<BootLog>> readers = new LinkedHashMap<>();
    for (String log : List.of(settings.dhcpLog(), settings.tftpLog())) {
      WatchSettings.find(log)
          .ifPresent(
              path -> readers.putIfAbsent(path, both(new DnsmasqLog(menu), new TftpdLog(menu))));
    }
    WatchSettings.find(settings.leaseEvents())
        .ifPresent(path -> readers.merge(path, List.of(new LeaseEvents(menu)), LogReaders::joined));
    WatchSettings.find(settings.rsyncLog())
        .ifPresent(path -> readers.merge(path, List.of(new RsyncdLog()), LogReaders::joined));
    return readers;
  }

  private static List<BootLog> both(BootLog one, BootLog other) {
    return List.of(one, other);
  }

  private static List<BootLog> joined(List<BootLog> some, List<BootLog> more) {
    List<BootLog> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
