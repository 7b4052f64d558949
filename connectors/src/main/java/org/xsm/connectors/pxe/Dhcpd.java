package org.xsm.connectors.pxe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.Change;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/**
 * ISC's dhcpd, by one file of host blocks that its configuration includes. The file is put together
 * from a file for each machine, so that machines come and go without us knowing all of them.
 *
 * <p>dhcpd reads its files only when it starts. It is restarted when it has not been started with
 * exactly these blocks yet, which also makes up for a restart that a killed manager did not get to;
 * requests that come meanwhile are sent again by their clients. OMAPI would spare the restart, but
 * adds machines to its lease file only, where the next start may contradict the configuration.
 */
public final class Dhcpd implements DhcpServer {
  private static final String RESTART = ShellScript.load(Dhcpd.class, "dhcpd.sh");

  private final BootServer server;
  private final HostFiles files;
  private final DhcpSettings settings;

  public Dhcpd(BootServer server, DhcpSettings settings) {
    this.server = server;
    this.files = new HostFiles(server, settings);
    this.settings = settings;
  }

  @Override
  public Outcome.Done reserve(BareHost machine) throws MachineTrouble {
    Change change = files.put(machine, block(machine));
    include();
    return new Outcome.Done(
        "dhcpd on %s gives %s to %s as %s: its block %s, and it runs with it."
            .formatted(
                server.place(), machine.address(), machine.mac(), machine.name(), change.phrase()));
  }

  @Override
  public Outcome.Done release(BareHost machine) throws MachineTrouble {
    Change change = files.remove(machine);
    include();
    return new Outcome.Done(
        "dhcpd on %s has no address for %s any more: its block %s."
            .formatted(server.place(), machine.name(), change.phrase()));
  }

  static String block(BareHost machine) {
    return """
        host %1$s {
          hardware ethernet %2$s;
          fixed-address %3$s;
          option host-name "%1$s";
        }
        """
        .formatted(
            machine.name(), machine.mac().value().toLowerCase(Locale.ROOT), machine.address());
  }

  private void include() throws MachineTrouble {
    List<String> arguments =
        new ArrayList<>(
            List.of(settings.hosts(), settings.include(), settings.config(), settings.pidFile()));
    arguments.addAll(settings.restart());
    Verdict verdict = server.run(new ShellScript(RESTART, arguments, ""));
    switch (verdict.word()) {
      case "same", "restarted" -> {}
      default -> throw trouble(verdict);
    }
  }

  private MachineTrouble trouble(Verdict verdict) {
    String place = server.place();
    return switch (verdict.word()) {
      case "refused" ->
          new MachineTrouble(
              TroubleKind.BAD_CONFIG,
              ("dhcpd on %s does not take its configuration with our host blocks, which were"
                      + " taken back: %s")
                  .formatted(place, verdict.cause()));
      case "busy" ->
          new MachineTrouble(
              TroubleKind.TIMED_OUT,
              "dhcpd on %s is being restarted for another machine. Try again.".formatted(place));
      case "not-restarted", "died" ->
          new MachineTrouble(
              TroubleKind.INTERRUPTED,
              ("dhcpd on %s did not start again: %s. Look at its log, and at"
                      + " xsm.boot.dhcp.restart and pid-file.")
                  .formatted(place, verdict.cause()));
      case "no-folder" ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              "There is no folder %s on %s. Make it, or set xsm.boot.dhcp to the right one."
                  .formatted(verdict.words().get(1), place));
      default ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              "The files of dhcpd on %s cannot be written: %s.".formatted(place, verdict.cause()));
    };
  }
}
