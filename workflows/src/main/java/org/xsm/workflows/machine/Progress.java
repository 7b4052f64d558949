package org.xsm.workflows.machine;

import java.util.Optional;
import java.util.OptionalInt;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Sighting.Received;

/**
 * How far one machine has come, told from what was seen of it, one sighting after the other.
 *
 * @param stage the last stage that it has reached; empty: it has not been seen yet
 * @param percent how much of its image it has, while that is under way
 * @param failure why it cannot go on, until it does
 * @param receipt what it says of the image that it has received; not every installer says it
 */
public record Progress(
    Optional<Stage> stage,
    OptionalInt percent,
    Optional<String> failure,
    Optional<Receipt> receipt) {
  /** Of a machine that has not been seen yet. */
  public static final Progress NONE =
      new Progress(Optional.empty(), OptionalInt.empty(), Optional.empty());

  /** Of a machine that has said nothing of its image. */
  public Progress(Optional<Stage> stage, OptionalInt percent, Optional<String> failure) {
    this(stage, percent, failure, Optional.empty());
  }

  /** The same, of a machine that has received its image so. */
  public Progress with(Receipt received) {
    return new Progress(stage, percent, failure, Optional.of(received));
  }

  /**
   * How far it has come, in words that go on after its name: {@code has come to transfer, 40 %}.
   */
  public String words() {
    return stage
        .map(reached -> "has come to " + reached.label())
        .map(words -> percent.isPresent() ? words + ", " + percent.getAsInt() + " %" : words)
        .orElse("has not been seen yet");
  }

  /**
   * After one more sighting of the same machine. The way is one way: what is seen again of an
   * earlier stage changes nothing (an installer asks for an address once more), but that a machine
   * begins anew: the boot loader after the installer. After it was installed, that is its start
   * from the disk.
   */
  public Progress after(Sighting sighting) {
    if (sighting instanceof Reached reached) {
      return reached(reached.stage(), reached.percent());
    } else if (sighting instanceof Received received) {
      return with(received.receipt());
    }
    return sighting instanceof Failed failed ? failed(failed) : this;
  }

  private Progress reached(Stage seen, OptionalInt part) {
    Stage now = stage.orElse(Stage.DHCP_LEASE);
    if (isStartingAnew(seen, now)) {
      return now.isBefore(Stage.INSTALLED)
          ? new Progress(Optional.of(seen), OptionalInt.empty(), Optional.empty())
          : at(Stage.LOCAL_BOOT, OptionalInt.empty());
    }
    if (stage.isPresent() && seen.isBefore(now)) {
      return this;
    }
    return at(seen, seen == now && isLess(part) ? percent : part);
  }

  private boolean isLess(OptionalInt part) {
    return part.orElse(-1) < percent.orElse(-1);
  }

  private static boolean isStartingAnew(Stage seen, Stage now) {
    boolean booting = seen == Stage.BOOT_LOADER || seen == Stage.BOOT_MENU;
    return booting && Stage.INITRD.isBefore(now) && now.isBefore(Stage.LOCAL_BOOT);
  }

  private Progress failed(Failed failed) {
    boolean late = stage.isPresent() && failed.stage().isBefore(stage.get());
    return late ? this : new Progress(stage, percent, Optional.of(failed.cause()), receipt);
  }

  private Progress at(Stage here, OptionalInt part) {
    return new Progress(Optional.of(here), part, Optional.empty(), receipt);
  }
}
