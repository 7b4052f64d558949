package org.xsm.routes.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A folder where settled files are put for good. Each keeps its name; where that is taken, a time
 * stamp is added. Nothing is ever overwritten, also when two managers share the folder.
 */
final class Shelf {
  /** What is added to a file's name to name the report beside it. */
  static final String REPORT = ".problems.txt";

  private final Path folder;
  private final Clock clock;
  private final DateTimeFormatter stamp;

  Shelf(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(clock.getZone());
  }

  /** Puts the file here; the report, if there is one, stands beside it before the file does. */
  Path put(ClaimedFile file, Optional<String> report) throws IOException {
    Files.createDirectories(folder);
    for (FileName name : names(file.name())) {
      if (tryPut(file, name, report)) {
        return folder.resolve(name.value());
      }
    }
    throw new IOException("No name is free for " + file.name().value() + " in " + folder + ".");
  }

  private Iterable<FileName> names(FileName name) {
    FileName marked = name.marked(stamp.format(clock.instant()));
    return () ->
        IntStream.range(0, 10_000)
            .mapToObj(
                turn -> turn == 0 ? name : turn == 1 ? marked : marked.marked(String.valueOf(turn)))
            .iterator();
  }

  /** Holds the name by a file beside it while it looks whether the name is free. */
  private boolean tryPut(ClaimedFile file, FileName name, Optional<String> report)
      throws IOException {
    Path hold = folder.resolve("." + name.value() + ".hold");
    try {
      Files.createFile(hold);
    } catch (FileAlreadyExistsException held) {
      return false;
    }
    try {
      return isFree(name) && place(file, name, report);
    } finally {
      Files.delete(hold);
    }
  }

  private boolean isFree(FileName name) {
    return !Files.exists(folder.resolve(name.value()), NOFOLLOW_LINKS)
        && !Files.exists(folder.resolve(name.value() + REPORT), NOFOLLOW_LINKS);
  }

  private boolean place(ClaimedFile file, FileName name, Optional<String> report)
      throws IOException {
    if (report.isPresent()) {
      Path draft = folder.resolve("." + file.claim() + REPORT);
      Files.writeString(draft, report.get());
      Files.move(draft, folder.resolve(name.value() + REPORT), ATOMIC_MOVE);
    }
    Files.move(file.path(), folder.resolve(name.value()));
    return true;
  }
}
