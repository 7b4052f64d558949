package org.xsm.connectors.systemimager;

import java.util.List;
import java.util.Optional;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.cast.Cast;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.cast.Casts;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.systemimager.ImageSettings.Installer;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.TransferMethod;

/** Makes the image server ready for a bare machine, and tells what its installer must be told. */
public final class ImageServer {
  private static final String IMAGE = ShellScript.load(ImageServer.class, "image.sh");
  private static final String SERVE = ShellScript.load(ImageServer.class, "serve.sh");
  private static final String CAST = ShellScript.load(ImageServer.class, "cast.sh");

  /** The module of rsync in which machines look for sums and sizes. */
  private static final String CASTS = "casts";

  private final BootServer server;
  private final ImageSettings settings;
  private final Overrides overrides;
  private final Casts casts;
  private final ImageTroubles troubles;

  public ImageServer(BootServer server, ImageSettings settings, CastSettings casting) {
    this.server = server;
    this.settings = settings;
    this.overrides = new Overrides(settings);
    this.casts = new Casts(server, settings.casts(), casting);
    this.troubles = new ImageTroubles(server.place(), settings);
  }

  /**
   * What the machine's installer is told on its kernel's command line. In a session of our own
   * casts, the session's sender waits for it from now on.
   *
   * @throws MachineTrouble when nobody has set where machines reach the image server
   */
  public List<KernelParameter> parameters(BareHost machine, Transfer transfer)
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
    Optional<ImageSession> session = ownCasts(transfer);
    int port =
        session.isPresent() ? casts.open(session.get(), find(machine)) : settings.multicastPort();
    return new BootParameters(settings, address).of(machine, transfer.method(), port);
  }

  /**
   * Makes the image be served this way, and this machine be given it.
   *
   * @param transfer how the image reaches the machine; its session's sender waits from now on
   * @param key the host key that its installed system will have
   * @throws MachineTrouble when there is no such image, or the server's files cannot be made so
   */
  public Outcome.Done assign(BareHost machine, Transfer transfer, HostKey key)
      throws MachineTrouble {
    String path = find(machine);
    String image = machine.image().value();
    serve(machine, image, path);
    cast(machine, transfer, path);
    must(overrides.assignment(machine, key), machine, List.of("assigned"));
    return new Outcome.Done(
        "%s on %s is served by %s, and is what %s gets."
            .formatted(image, server.place(), transfer.method().label(), machine.name()));
  }

  private void serve(BareHost machine, String module, String path) throws MachineTrouble {
    must(
        ShellScript.of(SERVE, settings.configuration(), module, path),
        machine,
        List.of("same", "served"));
  }

  private void cast(BareHost machine, Transfer transfer, String path) throws MachineTrouble {
    Optional<ImageSession> session = ownCasts(transfer);
    if (session.isPresent()) {
      serve(machine, CASTS, settings.casts().folder().value());
      casts.open(session.get(), path);
    } else if (transfer.method().isCast()) {
      String everybody = transfer.method() == TransferMethod.BROADCAST ? "on" : "off";
      String conf = settings.configurationFile("flamethrower.conf").value();
      must(
          ShellScript.of(CAST, conf, machine.image().value(), path, everybody),
          machine,
          List.of("same", "added"));
    }
  }

  /**
   * Compares what the machine says that it has received with what was cast to it.
   *
   * @throws MachineTrouble when nothing with that sum was cast in the machine's session
   */
  public Outcome.Done check(BareHost machine, Transfer transfer, Receipt receipt)
      throws MachineTrouble {
    if (!receipt.way().isCast()) {
      return received(machine, receipt, "unicast");
    }
    Optional<Cast> cast =
        transfer.session().isPresent()
            ? casts.find(transfer.session().get(), receipt.sha256())
            : Optional.empty();
    if (cast.isEmpty()) {
      throw troubles.neverCast(machine, receipt);
    }
    return received(machine, receipt, "cast " + cast.get().number() + ", as it was sent");
  }

  private static Outcome.Done received(BareHost machine, Receipt receipt, String way) {
    return new Outcome.Done(
        "%s has image %s by %s, sha256 %s."
            .formatted(machine.name(), machine.image(), way, receipt.sha256()));
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

  /** The session that we cast to; SystemImager's client takes flamethrower's casts only. */
  private Optional<ImageSession> ownCasts(Transfer transfer) {
    return isSystemImager() ? Optional.empty() : transfer.session();
  }
}
