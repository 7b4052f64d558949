package org.xsm.connectors.pxe;

import java.util.ArrayList;
import java.util.List;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.Change;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerFile;
import org.xsm.connectors.bootserver.ServerFiles;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/** Puts a boot menu for each bare machine on the TFTP server: the installer, or its own disk. */
public final class BootMenus {
  private final BootServer server;
  private final ServerFiles files;
  private final MenuSettings settings;
  private final Loader loader;

  public BootMenus(BootServer server, MenuSettings settings) {
    this.server = server;
    this.files = new ServerFiles(server);
    this.settings = settings;
    this.loader =
        settings.loader() == MenuSettings.Kind.IPXE ? new Ipxe(settings) : new Pxelinux(settings);
  }

  /**
   * Makes the machine's next network boot start the installer.
   *
   * @param parameters what the installer is told
   * @throws MachineTrouble when a file that it would load is missing, or somebody else's menu is in
   *     the way
   */
  public Outcome.Done offerInstaller(BareHost machine, List<KernelParameter> parameters)
      throws MachineTrouble {
    List<ServerPath> needed = new ArrayList<>(loader.programs());
    needed.add(settings.root().resolve(settings.kernel()));
    needed.add(settings.root().resolve(settings.initrd()));
    mustBeThere(needed);
    List<KernelParameter> all = new ArrayList<>(parameters);
    all.addAll(settings.kernelParameters());
    return put(machine, loader.installer(machine, all), "starts the installer");
  }

  /**
   * Makes the machine's next network boot go on to its disk.
   *
   * @throws MachineTrouble when somebody else's menu is in the way
   */
  public Outcome.Done offerLocalBoot(BareHost machine) throws MachineTrouble {
    mustBeThere(loader.programs());
    return put(machine, loader.localBoot(machine), "goes on to its disk");
  }

  /**
   * Takes the machine's menu away.
   *
   * @throws MachineTrouble when it is somebody else's
   */
  public Outcome.Done withdraw(BareHost machine) throws MachineTrouble {
    ServerPath menu = loader.menu(machine.mac());
    Change change = files.remove(menu, Loader.MARK);
    return new Outcome.Done(
        "%s is offered nothing to boot any more: %s %s."
            .formatted(machine.name(), menu, change.phrase()));
  }

  private Outcome.Done put(BareHost machine, String text, String effect) throws MachineTrouble {
    ServerPath menu = loader.menu(machine.mac());
    Change change = files.put(new ServerFile(menu, text, Loader.MARK));
    return new Outcome.Done(
        "%s %s when it boots from the network: %s %s."
            .formatted(machine.name(), effect, menu, change.phrase()));
  }

  private void mustBeThere(List<ServerPath> needed) throws MachineTrouble {
    List<String> missing = files.missing(needed);
    if (!missing.isEmpty()) {
      throw new MachineTrouble(
          TroubleKind.BAD_CONFIG,
          ("A machine could not boot from %s: there is no %s. Put it there, or set"
                  + " xsm.boot.menu to what is there.")
              .formatted(server.place(), String.join(", no ", missing)));
    }
  }
}
