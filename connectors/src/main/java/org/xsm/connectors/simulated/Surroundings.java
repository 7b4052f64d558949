package org.xsm.connectors.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a simulated machine finds on its way.
 *
 * @param there the files of {@link #KNOWN} that lie in its folder: offers and faults
 * @param menu what it is offered at a start from the network
 * @param installation how long it takes from its start to a Xen host, when nothing holds it up
 * @param delivery with whom its image comes to it; empty: it fetches it for itself
 * @param stall with {@link #STALL_TRANSFER}: where the transfer of the image stops, in percent
 * @param loses how many casts do not reach it whole
 */
record Surroundings(
    Set<String> there,
    BootMenu menu,
    Optional<Delivery> delivery,
    Duration installation,
    int stall,
    int loses) {
  static final String RESERVATION = "machine/reservation";
  static final String MENU = "machine/menu";
  static final String IMAGE = "machine/image";
  static final String DISK = "machine/disk";
  static final String NO_DHCP = "faults/no-dhcp";
  static final String TFTP_TIMEOUT = "faults/tftp-timeout";
  static final String STALL_TRANSFER = "faults/stall-transfer";
  static final String WRONG_CHECKSUM = "faults/wrong-checksum";
  static final String LOSE_CASTS = "faults/lose-casts";
  static final String NEVER_REBOOTS = "faults/never-reboots";
  static final String INSTALL_TIME = "times/install";

  private static final Set<String> KNOWN =
      Set.of(
          RESERVATION,
          MENU,
          IMAGE,
          DISK,
          NO_DHCP,
          TFTP_TIMEOUT,
          STALL_TRANSFER,
          WRONG_CHECKSUM,
          NEVER_REBOOTS);
  private static final int USUAL_STALL = 40;
  private static final int LAST_STALL = 99;
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

  boolean has(String file) {
    return there.contains(file);
  }

  /**
   * Reads them.
   *
   * @param usual how long an installation takes where {@code times/install} does not say it
   */
  static Surroundings of(Path folder, Duration usual) throws IOException {
    Set<String> there =
        KNOWN.stream()
            .filter(file -> Files.exists(folder.resolve(file)))
            .collect(Collectors.toUnmodifiableSet());
    String menu = text(folder.resolve(MENU));
    return new Surroundings(
        there,
        BootMenu.parse(menu),
        Delivery.parse(menu),
        time(text(folder.resolve(INSTALL_TIME)), usual),
        there.contains(STALL_TRANSFER) ? stall(text(folder.resolve(STALL_TRANSFER))) : LAST_STALL,
        loses(folder.resolve(LOSE_CASTS)));
  }

  /** What a file says in its first line; nothing where there is none. */
  static String text(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("").strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static int loses(Path fault) throws IOException {
    String text = text(fault);
    int usual = Files.exists(fault) ? 1 : 0;
    return PERCENT.matcher(text).matches() ? Integer.parseInt(text) : usual;
  }

  private static int stall(String text) {
    int percent = PERCENT.matcher(text).matches() ? Integer.parseInt(text) : USUAL_STALL;
    return Math.min(percent, LAST_STALL);
  }

  private static Duration time(String text, Duration usual) {
    try {
      return SECONDS.matcher(text).matches() ? Duration.parse("PT" + text + "S") : usual;
    } catch (DateTimeException e) {
      return usual;
    }
  }
}
