package org.xsm.connectors.systemimager;

import java.util.List;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.systemimager.ImageSettings.Installer;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.TransferMethod;

/** Makes the image server ready for a bare machine, and tells what its installer must be told. */
public final class ImageServer {
  private static final String IMAGE = ShellScript.load(ImageServer.class, "image.sh");
  private static final String SERVE = ShellScript.load(ImageServer.class, "serve.sh");
  private static final String CAST = ShellScript.load(ImageServer.class, "cast.sh");

  private final BootServer server;
  private final ImageSettings settings;
  private final Overrides overrides;
  private final ImageTroubles troubles;

  public ImageServer(BootServer server, ImageSettings settings) {
    this.server = server;
    this.settings = settings;
    this.overrides = new Overrides(settings);
    this.troubles = new ImageTroubles(server.place(), settings);
  }

  /**
   * What the machine's installer is told on its kernel's command line. Asks nobody.
   *
   * @throws MachineTrouble when nobody has set where machines reach the image server
   */
  public List<KernelParameter> parameters(BareHost machine, TransferMethod method)
      throws MachineTrouble {
    IpAddress address =
        settings
            .findServer()
            .orElseThrow(
                () ->
                    new MachineTrouble(
                        TroubleKind.REFUSED,
                        "Nobody has said at which address machines reach the image server. Set"
                            + " xsm.boot.images.server."));
    return new BootParameters(settings, address).of(machine, method);
  }

  /**
   * Makes the image be served this way, and this machine be given it.
   *
   * @param key the host key that its installed system will have
   * @throws MachineTrouble when there is no such image, or the server's files cannot be made so
   */
  public Outcome.Done assign(BareHost machine, TransferMethod method, HostKey key)
      throws MachineTrouble {
    String path = find(machine);
    String image = machine.image().value();
    must(
        ShellScript.of(SERVE, settings.configuration(), image, path),
        machine,
        List.of("same", "served"));
    if (isFlamethrowers(method)) {
      String everybody = method == TransferMethod.BROADCAST ? "on" : "off";
      String conf = settings.configurationFile("flamethrower.conf").value();
      must(ShellScript.of(CAST, conf, image, path, everybody), machine, List.of("same", "added"));
    }
    must(overrides.assignment(machine, key), machine, List.of("assigned"));
    return new Outcome.Done(
        "%s on %s is served by %s, and is what %s gets."
            .formatted(image, server.place(), method.label(), machine.name()));
  }

  /**
   * Takes away what is the machine's own on the image server, its private key above all.
   *
   * @throws MachineTrouble when its files cannot be removed
   */
  public Outcome.Done withdraw(BareHost machine) throws MachineTrouble {
    must(overrides.withdrawal(machine), machine, List.of("withdrawn"));
    return new Outcome.Done(
        "%s has nothing of its own on %s any more.".formatted(machine.name(), server.place()));
  }

  /** The image's folder, which need not lie with the others. */
  private String find(BareHost machine) throws MachineTrouble {
    String script =
        isSystemImager()
            ? settings.folder("scripts").resolve(machine.image() + ".master").value()
            : "";
    Verdict found =
        server.run(
            ShellScript.of(
                IMAGE,
                settings.folder("images").value(),
                settings.configurationFile("rsync_stubs").value(),
                machine.image().value(),
                script));
    if (!found.word().equals("there") || found.words().size() != 2) {
      throw troubles.of(machine, found);
    }
    return found.words().get(1);
  }

  private void must(ShellScript script, BareHost machine, List<String> good) throws MachineTrouble {
    Verdict verdict = server.run(script);
    if (!good.contains(verdict.word())) {
      throw troubles.of(machine, verdict);
    }
  }

  private boolean isSystemImager() {
    return settings.installer() == Installer.SYSTEMIMAGER;
  }

  private boolean isFlamethrowers(TransferMethod method) {
    return isSystemImager() && method != TransferMethod.UNICAST;
  }
}
