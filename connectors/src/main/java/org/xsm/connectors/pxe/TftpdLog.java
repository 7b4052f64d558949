package org.xsm.connectors.pxe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;

/**
 * The log of tftpd-hpa with {@code --verbose}: what was asked for, which is as much as it tells.
 */
public final class TftpdLog implements BootLog {
  private static final Pattern ASKED =
      Pattern.compile(
          "[^\\[\\]]{0,120}?in\\.tftpd\\[\\d{1,10}\\]: RRQ from ([0-9.]{7,15}) filename (.+)");

  private final BootFiles files;

  public TftpdLog(MenuSettings settings) {
    this.files = BootFiles.of(settings);
  }

  @Override
  public Optional<Sighting> read(String line) {
    Matcher asked = ASKED.matcher(line);
    return line.length() <= LONGEST && asked.matches()
        ? files.sent(asked.group(2), asked.group(1))
        : Optional.empty();
  }
}
