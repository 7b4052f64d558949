package org.xsm.connectors.systemimager;

import java.util.List;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.Printable;

/** What to say when the image server cannot be made ready. */
final class ImageTroubles {
  private static final int LONGEST = 500;

  private final String place;
  private final ImageSettings settings;

  ImageTroubles(String place, ImageSettings settings) {
    this.place = place;
    this.settings = settings;
  }

  MachineTrouble of(BareHost machine, Verdict verdict) {
    ImageName image = machine.image();
    return switch (verdict.word()) {
      case "no-image" -> trouble(TroubleKind.BAD_CONFIG, noImage(image, verdict.lines()));
      case "no-script" ->
          trouble(
              TroubleKind.BAD_CONFIG,
              ("The image %s on %s has no installation script %s/scripts/%s.master. Make it"
                      + " with si_mkautoinstallscript.")
                  .formatted(image, place, settings.directory(), image));
      case "no-flamethrower" ->
          trouble(
              TroubleKind.BAD_CONFIG,
              ("There is no flamethrower on %s, without which nothing is cast. Install it, or"
                      + " write UNICAST as <METHOD>.")
                  .formatted(place));
      case "other-way" ->
          trouble(
              TroubleKind.BAD_CONFIG,
              ("flamethrower on %s has BROADCAST = %s for all images. Change that, or the"
                      + " <METHOD> of %s.")
                  .formatted(place, detail(verdict), machine.name()));
      case "foreign" ->
          trouble(
              TroubleKind.NAME_TAKEN,
              ("%s on %s is not of our making and was left as it is. Move it away, and %s"
                      + " can be given its own.")
                  .formatted(detail(verdict), place, machine.name()));
      default -> files(verdict);
    };
  }

  MachineTrouble neverCast(BareHost machine, Receipt receipt) {
    return trouble(
        TroubleKind.UNCLEAR,
        ("%s says that image %s came to it by %s with sha256 %s, and nothing with that sum was sent"
                + " by %s. Do not trust what is on its disk; try again, and it is installed anew.")
            .formatted(
                machine.name(), machine.image(), receipt.way().words(), receipt.sha256(), place));
  }

  private MachineTrouble files(Verdict verdict) {
    return switch (verdict.word()) {
      case "no-folder" ->
          trouble(
              TroubleKind.REFUSED,
              ("SystemImager's folder %s is not on %s. Make it, or set xsm.boot.images to the"
                      + " right one.")
                  .formatted(detail(verdict), place));
      case "busy" ->
          trouble(
              TroubleKind.TIMED_OUT,
              "The image server's files on %s are being changed for another machine. Try again."
                  .formatted(place));
      case "incomplete" ->
          trouble(
              TroubleKind.INTERRUPTED,
              "A file reached %s incomplete and was not put in place. Try again.".formatted(place));
      case "failed" ->
          trouble(
              TroubleKind.REFUSED,
              "si_mkrsyncd_conf on %s did not make the image a module of rsync: %s."
                  .formatted(place, verdict.cause()));
      default ->
          trouble(
              TroubleKind.REFUSED,
              "The image server's files on %s cannot be written: %s."
                  .formatted(place, verdict.cause()));
    };
  }

  private String noImage(ImageName image, List<String> there) {
    String known =
        there.isEmpty() ? "there is none at all" : "there are " + String.join(", ", there);
    return "There is no image %s on %s; %s. Fetch it with si_getimage, or correct <HOST image>."
        .formatted(image, place, Printable.of(known, LONGEST));
  }

  private String detail(Verdict verdict) {
    return verdict.words().size() > 1 ? Printable.of(verdict.words().get(1)) : settings.directory();
  }

  private static MachineTrouble trouble(TroubleKind kind, String text) {
    return new MachineTrouble(kind, text);
  }
}
