package org.xsm.routes.inbox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dropped file that this manager has taken: nobody else works on it.
 *
 * @param claim names this one drop for ever; claims sort by the time of the drop
 * @param name as the file was dropped
 * @param path where it lies until it is settled
 */
record ClaimedFile(String claim, FileName name, Path path) {
  private static final String BETWEEN = "--";
  private static final Pattern STORED =
      Pattern.compile("([0-9]{17}-[0-9a-f]{16})" + BETWEEN + "(.+)", Pattern.DOTALL);

  static ClaimedFile of(String claim, FileName name, Path folder) {
    return new ClaimedFile(claim, name, folder.resolve(claim + BETWEEN + name.value()));
  }

  /** A claimed file as it is found in the folder of claims; empty for what is none. */
  static Optional<ClaimedFile> parse(Path path) {
    Matcher stored = STORED.matcher(path.getFileName().toString());
    return stored.matches()
        ? Optional.of(new ClaimedFile(stored.group(1), new FileName(stored.group(2)), path))
        : Optional.empty();
  }
}
