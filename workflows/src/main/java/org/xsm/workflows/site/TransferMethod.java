package org.xsm.workflows.site;

import java.util.Arrays;
import java.util.Locale;

/** How an image reaches a bare machine ({@code <METHOD>}). */
public enum TransferMethod {
  /** Each machine fetches it by rsync. */
  UNICAST,
  /** One cast to all machines of a session that have joined a multicast group. */
  MULTICAST,
  /** One cast to everything on the segment. */
  BROADCAST,
  /** Whichever suits the number of machines in the session. */
  AUTO;

  /**
   * Reads the text of a site file.
   *
   * @throws InvalidValue when it is none of the four words
   */
  public static TransferMethod parse(String text) {
    return Arrays.stream(values())
        .filter(method -> method.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "'" + Printable.of(text) + "' is no way to transfer an image",
                    "Write UNICAST, MULTICAST, BROADCAST or AUTO."));
  }

  /** Whether the image is sent once to all that listen. */
  public boolean isCast() {
    return this == MULTICAST || this == BROADCAST;
  }

  /** The word for messages and boot parameters: {@code multicast}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
