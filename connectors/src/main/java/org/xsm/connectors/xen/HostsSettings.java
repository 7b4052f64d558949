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
 * @param guestLimit how long a guest may take to follow when its VCPUs or its memory are changed
 * @param migrationLimit how long a migration may take for each GiB of the guest's memory; the first
 *     counts as a whole one
 * @param migrationSsh the command with which the xl of one host reaches the next to migrate a VM to
 *     it, such as {@code ssh -p 2222 -o BatchMode=yes}; empty for xl's own, which is {@code ssh}
 */
@ConfigurationProperties("xsm.hosts")
public record HostsSettings(
    @DefaultValue("simulated") Mode mode,
    @DefaultValue("auto") Choice toolstack,
    @DefaultValue("/var/lib/xsm") String directory,
    @DefaultValue("2m") Duration commandLimit,
    @DefaultValue("2m") Duration guestLimit,
    @DefaultValue("10m") Duration migrationLimit,
    @DefaultValue("") String migrationSsh) {
  private static final Pattern ABSOLUTE = Pattern.compile("/[^\\p{Cntrl}]{1,200}");
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]{0,500}");

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
    if (!ONE_LINE.matcher(migrationSsh).matches()) {
      throw new IllegalArgumentException(
          "xsm.hosts.migration-ssh must be a command on one line, such as 'ssh -p 2222'");
    }
    atLeastOneSecond("command-limit", commandLimit);
    atLeastOneSecond("guest-limit", guestLimit);
    atLeastOneSecond("migration-limit", migrationLimit);
  }

  /** The limits for what is done on hosts. */
  public Limits limits(Duration look) {
    return new Limits(look, commandLimit, guestLimit, migrationLimit);
  }

  private static void atLeastOneSecond(String setting, Duration value) {
    if (value.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "xsm.hosts." + setting + " is '" + value + "', but must be at least 1s");
    }
  }
}
