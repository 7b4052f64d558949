package org.xsm.connectors.pxe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Sighting.Unanswered;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;

/** The log of dnsmasq 2.90, its DHCP and its TFTP part, in a file of its own or in syslog's. */
public final class DnsmasqLog implements BootLog {
  /** What stands before the message holds no brackets, so nobody's name can play the program. */
  private static final Pattern LINE =
      Pattern.compile("[^\\[\\]]{0,120}?dnsmasq-(dhcp|tftp)\\[\\d{1,10}\\]: (?:\\d{1,10} )?(.*)");

  private static final Pattern LEASE =
      Pattern.compile("DHCPACK\\([^ ()]{1,15}\\) ([0-9.]{7,15}) ([0-9a-fA-F:]{17})(?: .*)?");
  private static final Pattern UNANSWERED =
      Pattern.compile(
          "DHCP(?:DISCOVER|REQUEST|NAK)\\([^ ()]{1,15}\\) (?:[0-9.]{7,15} )?([0-9a-fA-F:]{17})"
              + " (ignored|no address available|address not available|wrong network"
              + "|wrong address|address in use|no unique-id|static lease available)");
  private static final Pattern SENT = Pattern.compile("sent (.+) to ([0-9.]{7,15})");
  private static final Pattern BROKEN = Pattern.compile("failed sending (.+) to ([0-9.]{7,15})");
  private static final Pattern MISSING = Pattern.compile("file (.+) not found for ([0-9.]{7,15})");

  private final BootFiles files;

  public DnsmasqLog(MenuSettings settings) {
    this.files = BootFiles.of(settings);
  }

  @Override
  public Optional<Sighting> read(String line) {
    Matcher known = LINE.matcher(line);
    if (line.length() > LONGEST || !known.matches()) {
      return Optional.empty();
    }
    String message = known.group(2).strip();
    return known.group(1).equals("dhcp") ? dhcp(message) : tftp(message);
  }

  private static Optional<Sighting> dhcp(String message) {
    Matcher lease = LEASE.matcher(message);
    if (lease.matches()) {
      return BootLog.mac(lease.group(2))
          .flatMap(mac -> BootLog.address(lease.group(1)).map(address -> Trace.of(mac, address)))
          .map(trace -> new Reached(trace, Stage.DHCP_LEASE, Witness.DHCP));
    }
    Matcher unanswered = UNANSWERED.matcher(message);
    return unanswered.matches()
        ? BootLog.mac(unanswered.group(1)).map(mac -> new Unanswered(mac, unanswered.group(2)))
        : Optional.empty();
  }

  private Optional<Sighting> tftp(String message) {
    Matcher sent = SENT.matcher(message);
    if (sent.matches()) {
      return files.sent(sent.group(1), sent.group(2));
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return files.missing(missing.group(1), missing.group(2));
    }
    Matcher broken = BROKEN.matcher(message);
    return broken.matches() ? files.broken(broken.group(1), broken.group(2)) : Optional.empty();
  }
}
