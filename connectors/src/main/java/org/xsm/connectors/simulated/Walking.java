package org.xsm.connectors.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.xsm.workflows.machine.Progress;

/** How simulated machines walk: what follows from where one is, what it finds, and the time. */
final class Walking {
  /**
   * How long an installed machine waits for somebody to offer it its own disk, before it goes on by
   * itself.
   */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int WHOLE = 100;

  private final Surroundings around;
  private final Instant now;
  private final Optional<Span> transfer;

  /**
   * @param transfer when its image comes to it; empty as long as that is not known, and elsewhere
   */
  Walking(Surroundings around, Instant now, Optional<Span> transfer) {
    this.around = around;
    this.now = now;
    this.transfer = transfer;
  }

  /** The next thing that has happened to the machine by now, if anything. */
  Optional<Walk> next(Walk walk) {
    if (walk.position().isEnd() || walk.failure().isPresent()) {
      return Optional.empty();
    }
    OptionalInt limit = limit(walk);
    boolean barred = limit.isPresent() && passed(walk) >= limit.getAsInt();
    if (walk.held().isPresent()) {
      return barred ? Optional.empty() : Optional.of(released(walk, walk.held().getAsInt()));
    }
    if (barred) {
      return Optional.of(walk.heldUp(limit.getAsInt()));
    }
    return due(walk).filter(due -> !due.isAfter(now)).map(due -> onward(walk, due));
  }

  /** What witnesses would tell of it. */
  Progress progress(Walk walk) {
    OptionalInt percent =
        walk.position() == Position.TRANSFER
            ? OptionalInt.of(walk.held().orElse(passed(walk)))
            : OptionalInt.empty();
    return new Progress(walk.position().stage(), percent, walk.failure());
  }

  private Walk released(Walk walk, int held) {
    return held == WHOLE
        ? onward(walk, now)
        : walk.resumed(now.minus(time(walk).multipliedBy(held).dividedBy(WHOLE)));
  }

  private Walk onward(Walk walk, Instant when) {
    return failure(walk)
        .map(walk::failed)
        .orElseGet(() -> walk.moved(walk.position().next(around.menu()), when));
  }

  private Optional<String> failure(Walk walk) {
    boolean fetching =
        walk.position() == Position.INSTALLER || walk.position() == Position.TRANSFER;
    if (fetching && !around.has(Surroundings.IMAGE)) {
      return Optional.of("The image server has no image for it: none is assigned to it.");
    }
    return walk.position() == Position.TRANSFER && around.has(Surroundings.WRONG_CHECKSUM)
        ? Optional.of(
            "What it received of its image has another checksum than the image itself; its disk or"
                + " the network damages data.")
        : Optional.empty();
  }

  /** How far it gets from where it is, in percent of the time; empty: to the next position. */
  private OptionalInt limit(Walk walk) {
    if (walk.position() == Position.TRANSFER && around.has(Surroundings.STALL_TRANSFER)) {
      return OptionalInt.of(around.stall());
    }
    return isWayOpen(walk) ? OptionalInt.empty() : OptionalInt.of(WHOLE);
  }

  private boolean isWayOpen(Walk walk) {
    return switch (walk.position()) {
      case FROM_NETWORK ->
          around.has(Surroundings.RESERVATION) && !around.has(Surroundings.NO_DHCP);
      case FROM_DISK -> around.has(Surroundings.DISK);
      case DHCP_LEASE -> !around.has(Surroundings.TFTP_TIMEOUT);
      case BOOT_LOADER -> around.menu() != BootMenu.NONE;
      case BOOT_MENU -> around.menu() == BootMenu.INSTALLER || around.has(Surroundings.DISK);
      case INSTALLED -> !around.has(Surroundings.NEVER_REBOOTS) && isLetOn(walk);
      default -> true;
    };
  }

  private boolean isLetOn(Walk walk) {
    Instant due = walk.since().plus(time(walk));
    return around.menu() == BootMenu.LOCAL_BOOT || !due.plus(PATIENCE).isAfter(now);
  }

  private int passed(Walk walk) {
    if (walk.position() == Position.TRANSFER) {
      return transfer.map(span -> span.percent(now)).orElse(0);
    }
    long whole = Math.max(1, time(walk).toMillis());
    long part = Duration.between(walk.since(), now).toMillis();
    return (int) Math.max(0, Math.min(WHOLE, part * WHOLE / whole));
  }

  private Optional<Instant> due(Walk walk) {
    return walk.position() == Position.TRANSFER
        ? transfer.filter(Span::isWhole).map(Span::until)
        : Optional.of(walk.since().plus(time(walk)));
  }

  private Duration time(Walk walk) {
    return walk.position().time(around.installation());
  }
}
