package org.xsm.connectors.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.connectors.bootserver.LogTail;
import org.xsm.connectors.bootserver.LogTail.Added;
import org.xsm.connectors.bootserver.LogTail.Position;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.machine.Sighting;

/** The boot server's logs, and how far each was read. For one thread at a time. */
final class WatchedLogs {
  /** A look that brought so many octets may have left some. */
  private static final long MUCH = 64 * 1024;

  private static final int MOST_LOOKS = 16;

  private final LogTail tail;
  private final Map<ServerPath, List<BootLog>> readers;
  private final Map<ServerPath, Position> positions = new LinkedHashMap<>();

  /**
   * @param readers who understands a log's lines, in the order in which the logs are read
   */
  WatchedLogs(LogTail tail, Map<ServerPath, List<BootLog>> readers) {
    this.tail = tail;
    this.readers = readers;
  }

  /** Goes on where somebody else has left off, in the logs that are still read. */
  void goOn(Map<ServerPath, Position> left) {
    positions.putAll(left);
    positions.keySet().retainAll(readers.keySet());
  }

  Map<ServerPath, Position> positions() {
    return Map.copyOf(positions);
  }

  /**
   * Reads what was added to each log; of very much, the rest is left for the next time.
   *
   * @return the logs that cannot be read, and why
   */
  Map<ServerPath, String> read(Consumer<Sighting> witness) {
    Map<ServerPath, String> unread = new LinkedHashMap<>();
    for (ServerPath log : readers.keySet()) {
      try {
        isReadToItsEnd(log, witness);
      } catch (MachineTrouble trouble) {
        unread.put(log, trouble.getMessage());
      }
    }
    return unread;
  }

  /**
   * Reads what was added to each log, and leaves nothing for the next time. Of one that cannot be
   * read now, nobody will ever know what stands there now: it is read from its end on, when it can
   * be read again.
   */
  void finish(Consumer<Sighting> witness) {
    for (ServerPath log : readers.keySet()) {
      try {
        if (!isReadToItsEnd(log, witness)) {
          positions.put(log, tail.read(log, Optional.empty()).position());
        }
      } catch (MachineTrouble trouble) {
        positions.remove(log);
      }
    }
  }

  private boolean isReadToItsEnd(ServerPath log, Consumer<Sighting> witness) throws MachineTrouble {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<Position> since = Optional.ofNullable(positions.get(log));
      Added added = tail.read(log, since);
      added.lines().forEach(line -> tell(log, line, witness));
      positions.put(log, added.position());
      if (since.isEmpty() || !isMuch(since.get(), added.position())) {
        return true;
      }
    }
    return false;
  }

  private void tell(ServerPath log, String line, Consumer<Sighting> witness) {
    for (BootLog reader : readers.get(log)) {
      reader.read(line).ifPresent(witness);
    }
  }

  private static boolean isMuch(Position before, Position after) {
    long from = before.file() == after.file() ? before.offset() : 0;
    return after.offset() - from >= MUCH;
  }
}
