package org.xsm.connectors.pxe;

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
 * dnsmasq, by a file for each machine in its {@code dhcp-hostsdir}.
 *
 * <p>It reads a new file at once, but sees a name that was changed and a file that was removed only
 * at SIGHUP; so it gets one every time, which also makes up for one that a killed manager did not
 * send. No line of ours ever carries a tag: dnsmasq 2.90 dies on SIGHUP when a machine with {@code
 * set:} in this folder has a lease, and we refuse to send it one when somebody else's line has one.
 */
public final class Dnsmasq implements DhcpServer {
  private static final String RELOAD = ShellScript.load(Dnsmasq.class, "dnsmasq-reload.sh");

  private final BootServer server;
  private final HostFiles files;
  private final DhcpSettings settings;

  public Dnsmasq(BootServer server, DhcpSettings settings) {
    this.server = server;
    this.files = new HostFiles(server, settings);
    this.settings = settings;
  }

  @Override
  public Outcome.Done reserve(BareHost machine) throws MachineTrouble {
    Change change = files.put(machine, line(machine));
    reload();
    return new Outcome.Done(
        "dnsmasq on %s gives %s to %s as %s: %s %s, and was read."
            .formatted(
                server.place(),
                machine.address(),
                machine.mac(),
                machine.name(),
                files.path(machine),
                change.phrase()));
  }

  @Override
  public Outcome.Done release(BareHost machine) throws MachineTrouble {
    Change change = files.remove(machine);
    reload();
    return new Outcome.Done(
        "dnsmasq on %s has no address for %s any more: %s %s."
            .formatted(server.place(), machine.name(), files.path(machine), change.phrase()));
  }

  /** {@code 00:16:3e:00:00:05,192.168.5.105,xen5}. */
  static String line(BareHost machine) {
    String mac = machine.mac().value().toLowerCase(Locale.ROOT);
    return mac + "," + machine.address() + "," + machine.name() + "\n";
  }

  private void reload() throws MachineTrouble {
    Verdict verdict = server.run(ShellScript.of(RELOAD, settings.pidFile()));
    switch (verdict.word()) {
      case "reloaded" -> {}
      case "died" ->
          throw new MachineTrouble(
              TroubleKind.INTERRUPTED,
              ("dnsmasq on %s died when it read its files again. Start it, best under a"
                      + " supervisor that does so by itself, and try again.")
                  .formatted(server.place()));
      case "not-running" ->
          throw new MachineTrouble(
              TroubleKind.INTERRUPTED,
              ("dnsmasq does not run on %s, going by %s. Start it, or set"
                      + " xsm.boot.dhcp.pid-file to the right file, and try again.")
                  .formatted(server.place(), settings.pidFile()));
      default ->
          throw new MachineTrouble(
              TroubleKind.REFUSED,
              ("dnsmasq on %s could not be told to read its files again: %s. Give the user"
                      + " who logs in there the right to.")
                  .formatted(server.place(), verdict.cause()));
    }
  }
}
