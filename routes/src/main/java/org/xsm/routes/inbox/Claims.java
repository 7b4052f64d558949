package org.xsm.routes.inbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes dropped files by renaming them into a folder of claims. The file system lets one rename
 * win, so of several managers on one inbox exactly one gets each file; and since every claim has a
 * name of its own, the same name dropped again is a new drop.
 */
final class Claims {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final SecureRandom random = new SecureRandom();
  private final Path folder;
  private final Clock clock;

  Claims(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The file as ours; empty when somebody else was quicker, or took it away again. */
  Optional<ClaimedFile> take(Path dropped) throws IOException {
    Files.createDirectories(folder);
    FileName name = new FileName(dropped.getFileName().toString()).shortened();
    ClaimedFile claimed = ClaimedFile.of(freshClaim(), name, folder);
    try {
      Files.move(dropped, claimed.path(), ATOMIC_MOVE);
      return Optional.of(claimed);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** What was claimed and never settled, oldest first: the manager died in between. */
  List<ClaimedFile> leftovers() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> ClaimedFile.parse(file).stream())
          .sorted(Comparator.comparing(ClaimedFile::claim))
          .toList();
    }
  }

  private String freshClaim() {
    return TIME.format(clock.instant()) + "-" + String.format("%016x", random.nextLong());
  }
}
