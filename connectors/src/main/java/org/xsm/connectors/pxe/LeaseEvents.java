package org.xsm.connectors.pxe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;

/**
 * What dnsmasq's {@code dhcp-script} is called with, written down a line for each call, perhaps
 * behind the time in seconds: {@code add MAC ADDRESS NAME}, {@code tftp SIZE ADDRESS PATH}. Of each
 * lease that is there when dnsmasq starts or reads its files again, it says {@code old}, too.
 */
public final class LeaseEvents implements BootLog {
  private static final Pattern LEASE =
      Pattern.compile(
          "(?:[0-9.]{1,30} )?(?:add|old) ([0-9a-fA-F:]{17}) ([0-9.]{7,15})(?: [A-Za-z0-9.-]*)?");
  private static final Pattern TFTP =
      Pattern.compile("(?:[0-9.]{1,30} )?tftp [0-9]{1,19} ([0-9.]{7,15}) (/.+)");

  private final BootFiles files;

  public LeaseEvents(MenuSettings settings) {
    this.files = BootFiles.of(settings);
  }

  @Override
  public Optional<Sighting> read(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher sent = TFTP.matcher(line);
    if (sent.matches()) {
      return files.sent(sent.group(2), sent.group(1));
    }
    Matcher lease = LEASE.matcher(line);
    return lease.matches()
        ? BootLog.mac(lease.group(1))
            .flatMap(mac -> BootLog.address(lease.group(2)).map(address -> Trace.of(mac, address)))
            .map(trace -> new Reached(trace, Stage.DHCP_LEASE, Witness.DHCP))
        : Optional.empty();
  }
}
