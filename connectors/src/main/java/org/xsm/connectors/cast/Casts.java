package org.xsm.connectors.cast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.TransferMethod;

/**
 * Lets an image be cast to the machines of a session: by one sender, which lives on the image
 * server whatever becomes of the manager.
 */
public final class Casts {
  private static final String OPEN = ShellScript.load(Casts.class, "open.sh");
  private static final String CASTER = ShellScript.load(Casts.class, "caster.sh");
  private static final String SUMS = ShellScript.load(Casts.class, "sums.sh");

  private final BootServer server;
  private final CastPlace place;
  private final CastSettings settings;

  public Casts(BootServer server, CastPlace place, CastSettings settings) {
    this.server = server;
    this.place = place;
    this.settings = settings;
  }

  /**
   * Sees to it that the session's sender waits for its machines; one that lives already is left to
   * its work. Asked again for every machine that is started, since the sender waits from the last
   * time on.
   *
   * @param image the image's folder on the image server
   * @return the first of the session's two ports, which stay its own
   * @throws MachineTrouble when something that it takes is missing on the image server
   */
  public int open(ImageSession session, String image) throws MachineTrouble {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                place.folder().value(), Integer.toString(place.firstPort()), session.id(), CASTER));
    arguments.addAll(caster(session, image));
    Verdict verdict = server.run(new ShellScript(OPEN, arguments, ""));
    boolean open = List.of("started", "casting").contains(verdict.word());
    if (!open || verdict.words().size() != 2 || !verdict.words().get(1).matches("[0-9]{1,5}")) {
      throw trouble(session, verdict);
    }
    return Integer.parseInt(verdict.words().get(1));
  }

  private List<String> caster(ImageSession session, String image) {
    List<String> arguments = new ArrayList<>();
    arguments.add(image);
    arguments.add(Integer.toString(session.machines()));
    arguments.add(seconds(settings.patience()));
    arguments.add(seconds(settings.minWait()));
    arguments.add(seconds(settings.maxWait()));
    arguments.add(seconds(settings.lateWait()));
    arguments.add(Integer.toString(settings.lateCasts()));
    arguments.addAll(
        List.of("--retries-until-drop", Integer.toString(settings.retriesUntilDrop())));
    place.from().ifPresent(from -> arguments.addAll(List.of("--interface", from.value())));
    if (!settings.maxBitrate().isEmpty()) {
      arguments.addAll(List.of("--max-bitrate", settings.maxBitrate()));
    }
    if (session.method() == TransferMethod.BROADCAST) {
      arguments.add("--broadcast");
    }
    return arguments;
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  /** The cast of the session that had this sum, if one had. Changes nothing. */
  public Optional<Cast> find(ImageSession session, String sha256) throws MachineTrouble {
    return server.run(ShellScript.of(SUMS, place.folder().value(), session.id())).lines().stream()
        .map(Cast::parse)
        .flatMap(Optional::stream)
        .filter(cast -> cast.sha256().equals(sha256))
        .findFirst();
  }

  private MachineTrouble trouble(ImageSession session, Verdict verdict) {
    return switch (verdict.word()) {
      case "no-tool" ->
          new MachineTrouble(
              TroubleKind.BAD_CONFIG,
              ("There is no %s on %s, without which nothing is cast. Install it (udp-sender is"
                      + " in the package udpcast), or write UNICAST as <METHOD>.")
                  .formatted(
                      Printable.of(verdict.words().get(verdict.words().size() - 1)),
                      server.place()));
      case "no-port" ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              ("All ports from %d on are taken on %s. End what holds them, or set"
                      + " xsm.boot.images.multicast-port.")
                  .formatted(place.firstPort(), server.place()));
      case "busy" ->
          new MachineTrouble(
              TroubleKind.TIMED_OUT,
              "Another session is being opened on %s. Try again.".formatted(server.place()));
      default ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              "The casts of %s cannot be begun in %s on %s: %s. Give the user who logs in there the right to write there."
                  .formatted(session.id(), place.folder(), server.place(), verdict.cause()));
    };
  }
}
