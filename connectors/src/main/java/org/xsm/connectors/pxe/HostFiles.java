package org.xsm.connectors.pxe;

import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.Change;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerFile;
import org.xsm.connectors.bootserver.ServerFiles;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/** Our folder of the DHCP server: a file for each machine, no address and no MAC twice. */
final class HostFiles {
  private static final String LOOK = ShellScript.load(HostFiles.class, "look.sh");

  private final BootServer server;
  private final ServerFiles files;
  private final DhcpSettings settings;

  HostFiles(BootServer server, DhcpSettings settings) {
    this.server = server;
    this.files = new ServerFiles(server);
    this.settings = settings;
  }

  ServerPath path(BareHost machine) {
    return settings.hostsFolder().resolve("xsm-" + machine.name());
  }

  /**
   * Writes the machine's file.
   *
   * @throws MachineTrouble when another file there has its address or its MAC, or one of dnsmasq's
   *     kills it
   */
  Change put(BareHost machine, String text) throws MachineTrouble {
    look(machine);
    return files.put(ServerFile.ours(path(machine), text));
  }

  Change remove(BareHost machine) throws MachineTrouble {
    return files.remove(path(machine), "");
  }

  private void look(BareHost machine) throws MachineTrouble {
    Verdict found =
        server.run(
            ShellScript.of(
                LOOK,
                settings.hosts(),
                path(machine).value(),
                machine.mac().value(),
                machine.address().value()));
    if (!found.word().equals("free")) {
      throw new MachineTrouble(TroubleKind.REFUSED, objection(machine, found));
    }
  }

  private String objection(BareHost machine, Verdict found) {
    String file = String.join(" ", found.words().subList(1, found.words().size()));
    return switch (found.word()) {
      case "tagged" ->
          ("%s on %s has a tag (set:), on which dnsmasq 2.90 dies when it reads its files"
                  + " again. Move the line into its main configuration.")
              .formatted(file, server.place());
      case "address-taken" ->
          "%s is another machine's address already, in %s on %s. Give one of them another address."
              .formatted(machine.address(), file, server.place());
      case "mac-taken" ->
          ("%s has an address already, in %s on %s. Remove that file, or take the machine out"
                  + " of the site.")
              .formatted(machine.mac(), file, server.place());
      default ->
          ("There is no folder %s on %s. Make it (for dnsmasq, its configuration names it as"
                  + " dhcp-hostsdir), or set xsm.boot.dhcp.hosts to the right one.")
              .formatted(settings.hosts(), server.place());
    };
  }
}
