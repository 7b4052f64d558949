package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts the manager works on, and how ({@code xsm.hosts.…}).
 *
 * @param mode stand-in hosts on this machine, or real ones
 * @param toolstack what drives Xen on the hosts
 * @param directory absolute path of our directory on every host, for guest configs and operations
 * @param commandLimit how long an answer may wait for an operation's end; the operation itself goes
 *     on after that, and is asked about again
 */
@ConfigurationProperties("xsm.hosts")
public record HostsSettings(
    @DefaultValue("simulated") Mode mode,
    @DefaultValue("auto") Choice toolstack,
    @DefaultValue("/var/lib/xsm") String directory,
    @DefaultValue("2m") Duration commandLimit) {
  private static final Pattern ABSOLUTE = Pattern.compile("/[^\\p{Cntrl}]{1,200}");

  /** Whether the hosts are real. */
  public enum Mode {
    SIMULATED,
    REAL
  }

  /** How a host's toolstack is chosen. */
  public enum Choice {
    /** Each host is asked what it has. */
    AUTO,
    XL,
    XM
  }

  public HostsSettings {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(toolstack);
    if (!ABSOLUTE.matcher(directory).matches()) {
      throw new IllegalArgumentException(
          "xsm.hosts.directory is '" + directory + "', but must be an absolute path");
    }
    if (commandLimit.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "xsm.hosts.command-limit is '" + commandLimit + "', but must be at least 1s");
    }
  }
}
