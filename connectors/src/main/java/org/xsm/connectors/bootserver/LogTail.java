package org.xsm.connectors.bootserver;

import java.util.List;
import java.util.Optional;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.TroubleKind;

/**
 * Reads what is added to a log on the boot server, look by look. Nothing is read twice; what was
 * added to a log between the last look and its rotation is missed.
 */
public final class LogTail {
  private static final String ADDED = ShellScript.load(LogTail.class, "added.sh");

  private final BootServer server;

  public LogTail(BootServer server) {
    this.server = server;
  }

  /**
   * How far a log was read.
   *
   * @param file the file's number, which another file of the same name does not have
   * @param offset in octets
   */
  public record Position(long file, long offset) {}

  /**
   * What was added.
   *
   * @param lines whole ones, without empty ones; not all at once where they are many
   * @param position for the next look
   */
  public record Added(List<String> lines, Position position) {
    public Added {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Reads on.
   *
   * @param since where the last look ended; empty for the first, which reads nothing: what is old
   *     is no news
   * @throws MachineTrouble when there is no such log, or it cannot be read
   */
  public Added read(ServerPath log, Optional<Position> since) throws MachineTrouble {
    Verdict verdict =
        server.run(
            ShellScript.of(
                ADDED,
                log.value(),
                since.map(last -> Long.toString(last.file())).orElse(""),
                since.map(last -> Long.toString(last.offset())).orElse("0")));
    List<String> words = verdict.words();
    if (!verdict.word().equals("at") || words.size() != 3) {
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          "The log %s on %s cannot be read. Is it there, and may the user who logs in read it?"
              .formatted(log, server.place()));
    }
    Position position = new Position(Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
    return new Added(verdict.lines(), position);
  }
}
