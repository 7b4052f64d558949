package org.xsm.connectors.simulated;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.command.Transfer;

/**
 * What a simulated machine is told of how its image comes: with whom, as it stands behind the first
 * words of its boot menu.
 *
 * @param session in which the image is cast
 * @param machines how many that is for
 */
record Delivery(String session, int machines) {
  private static final Pattern MENU =
      Pattern.compile(
          "installer (?:multicast|broadcast) ([A-Za-z0-9_.-]{1,300}) ([1-9][0-9]{0,5})");

  /** The menu's line for an installer that is to take its image so. */
  static String menu(Transfer transfer) {
    String line = BootMenu.INSTALLER.label() + " " + transfer.method().label();
    return transfer.session().map(session -> line + " " + words(session)).orElse(line);
  }

  private static String words(ImageSession session) {
    return session.id() + " " + session.machines();
  }

  /** What the menu's line says; empty where the machine fetches its image for itself. */
  static Optional<Delivery> parse(String menu) {
    Matcher told = MENU.matcher(menu);
    return told.matches()
        ? Optional.of(new Delivery(told.group(1), Integer.parseInt(told.group(2))))
        : Optional.empty();
  }
}
