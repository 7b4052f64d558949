package org.xsm.connectors.xen;

import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;

/** Says why a guest has not what it shall have, by the word that the script has left. */
final class WishTroubles {
  private WishTroubles() {}

  static Outcome of(Wish wish, Ended ended) {
    return switch (ended.word()) {
      case "stays" -> stays(wish, ended);
      case "over-max", "no-memory", "too-little", "paused" -> notTried(wish, ended);
      case "gone" -> wish.trouble(TroubleKind.VM_GONE, "no domain with its UUID is there.");
      case "vanished" ->
          wish.trouble(
              TroubleKind.VM_GONE,
              "its domain was gone soon after the change. Look at its console and the tool's log.");
      default -> unseen(wish, ended);
    };
  }

  private static Outcome stays(Wish wish, Ended ended) {
    return wish.trouble(
        TroubleKind.TIMED_OUT,
        "the guest has not followed: %d %s were asked for, %d are there after %d s, %d were there before. Has it what it takes (a balloon driver; udev rules that put processors online)?%s"
            .formatted(
                wish.wanted(),
                wish.what(),
                ended.number(1),
                ended.seconds(),
                ended.number(),
                said(ended)));
  }

  /** Old tools end with exit code 0 and say on standard error that they have failed. */
  private static String said(Ended ended) {
    return ended.errors().isBlank() ? "" : " The tool said: " + ToolText.firstLine(ended.errors());
  }

  /** What the tool would have taken, and the guest not survived or not done. */
  private static Outcome notTried(Wish wish, Ended ended) {
    return switch (ended.word()) {
      case "over-max" ->
          wish.trouble(
              TroubleKind.REFUSED,
              "while it runs it cannot have more than %d %s (its maxvcpus or maxmem). Restart it with a guest config that allows %d."
                  .formatted(ended.number(), wish.what(), wish.wanted()));
      case "no-memory" ->
          wish.trouble(
              TroubleKind.NO_MEMORY,
              "it needs %d MiB more, but the host has only %d MiB free."
                  .formatted(ended.number(1), ended.number()));
      case "too-little" ->
          wish.trouble(
              TroubleKind.REFUSED,
              "with less than %d MiB its kernel would die. Give it more."
                  .formatted(ended.number()));
      default ->
          wish.trouble(
              TroubleKind.REFUSED,
              "it is paused, and a paused guest cannot follow. Unpause it and try again.");
    };
  }

  private static Outcome unseen(Wish wish, Ended ended) {
    return switch (ended.word()) {
      case "several" ->
          wish.trouble(
              TroubleKind.UNCLEAR,
              "several domains have its UUID (domain ids "
                  + String.join(", ", ended.rest())
                  + ").");
      case "blind" ->
          wish.trouble(
              TroubleKind.REFUSED,
              "the domains could not be listed there, and nothing is changed unseen: "
                  + ToolText.firstLine(ended.errors()));
      default ->
          wish.trouble(
              TroubleKind.INTERRUPTED,
              "the operation ended without a result after %d s: %s"
                  .formatted(ended.seconds(), ToolText.firstLine(ended.errors())));
    };
  }
}
