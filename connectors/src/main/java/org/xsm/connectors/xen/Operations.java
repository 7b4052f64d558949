package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/**
 * Acts on hosts by operations that go on by themselves whatever happens to us or to the connection.
 * An operation is begun once under its id, however often it is asked for; see {@code operation.sh}.
 */
final class Operations {
  private static final String SCRIPT = ShellScript.load(Operations.class, "operation.sh");

  /** What the answer may take beyond the waiting on the host. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final HostShell shell;

  Operations(HostShell shell) {
    this.shell = shell;
  }

  /** How an operation stands. */
  sealed interface State {}

  /** It goes on, and has for so many seconds. */
  record Running(long seconds) implements State {}

  /** It was never begun. */
  record NotBegun() implements State {}

  /** It was cut off in the middle: its process is gone, and it left no result. */
  record Interrupted() implements State {}

  /** Which call began an operation: the one that is answered, or one before it. */
  enum Origin {
    BEGUN,
    FOUND
  }

  /**
   * It ended.
   *
   * @param verdict the words that its script left as result; none when the script itself failed
   * @param seconds how long it took
   * @param errors what the tool wrote to standard error
   */
  record Ended(List<String> verdict, long seconds, Origin origin, String errors) implements State {
    Ended {
      verdict = List.copyOf(verdict);
    }

    /** What became of it: the first word of the verdict. */
    String word() {
      return verdict.isEmpty() ? "" : verdict.get(0);
    }

    /** The number behind the first word, which mostly is the tool's exit code; -1 for none. */
    int number() {
      return number(0);
    }

    /** The number at this place behind the first word; -1 for none. */
    int number(int index) {
      return (int) Operations.number(rest(), index, -1);
    }

    /** What became of it, for a message. */
    String describe() {
      return number() < 0 ? "'" + word() + "'" : "exit code " + number();
    }

    /** The words behind the first. */
    List<String> rest() {
      return verdict.isEmpty() ? List.of() : verdict.subList(1, verdict.size());
    }
  }

  /**
   * Begins the operation, or finds it, and waits for its end.
   *
   * @param patience how long to wait, in whole seconds
   */
  State carryOut(Target target, Duration patience, ShellScript body) throws HostTrouble {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                target.operation().value(),
                target.uuid().toString(),
                Long.toString(patience.toSeconds()),
                body.text()));
    arguments.addAll(body.arguments());
    return read(ask(target, new ShellScript(SCRIPT, arguments, ""), patience.plus(MARGIN)), target);
  }

  /** How the operation of this id stands; begins none, and does not wait. */
  State find(Target target) throws HostTrouble {
    return carryOut(target, Duration.ZERO, ShellScript.of(""));
  }

  /** Asks again at once when the connection breaks, since asking again begins nothing again. */
  private Sections ask(Target target, ShellScript script, Duration limit) throws HostTrouble {
    try {
      return shell.run(target.host(), script, limit);
    } catch (HostTrouble cut) {
      if (cut.kind() != TroubleKind.INTERRUPTED) {
        throw cut;
      }
      return shell.run(target.host(), script, limit);
    }
  }

  private static State read(Sections answer, Target target) throws HostTrouble {
    if (answer.has("finished")) {
      List<String> verdict = List.of(answer.text("finished").strip().split("\\s+"));
      return new Ended(
          verdict.equals(List.of("")) ? List.of() : verdict,
          number(answer.words("finished"), 1, 0),
          answer.words("finished").contains("begun") ? Origin.BEGUN : Origin.FOUND,
          answer.errors());
    }
    if (answer.has("running")) {
      return new Running(number(answer.words("running"), 0, 0));
    }
    if (answer.has("interrupted")) {
      return new Interrupted();
    }
    if (answer.has("unknown")) {
      return new NotBegun();
    }
    throw new HostTrouble(
        TroubleKind.REFUSED,
        target.host() + " broke off our script: " + ToolText.firstLine(answer.errors()));
  }

  private static long number(List<String> words, int index, long otherwise) {
    return words.size() > index && words.get(index).matches("[0-9]{1,9}")
        ? Long.parseLong(words.get(index))
        : otherwise;
  }
}
