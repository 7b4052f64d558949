package org.xsm.connectors.xen;

import java.util.List;
import java.util.function.BiFunction;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.answer.Answers;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/**
 * A dialect: the scripts that one of Xen's tools needs, and how its answers are read.
 *
 * @param name the tool's command
 * @param look the script that asks for what an observation tells
 * @param words the shell functions in which the scripts that act are written; see {@link Act}
 * @param carrier the command that carries a migration to the other host; empty for the tool's own
 * @param answers reads what the look prints
 * @param diagnosis why the tool failed, from its exit code and what it wrote to standard error
 */
public record Toolstack(
    String name,
    String look,
    String words,
    String carrier,
    Answers answers,
    BiFunction<Integer, String, Diagnosis> diagnosis) {
  private static final String ASK = ShellScript.load(Toolstack.class, "ask.sh");

  /**
   * The script that asks for all that an observation tells.
   *
   * @param seconds limit for each of its commands
   */
  ShellScript lookAtHost(long seconds) {
    return ShellScript.of(ASK + look, Long.toString(seconds), "host");
  }

  /** The script that asks for the domains only, since that is several times faster. */
  ShellScript lookAtDomains(long seconds) {
    return ShellScript.of(ASK + look, Long.toString(seconds), "domains");
  }

  HostFound.Up readHost(HostAddress host, Sections answer) throws HostTrouble {
    return answers.host(host, answer);
  }

  List<Domain> readDomains(HostAddress host, Sections answer) throws HostTrouble {
    return answers.domains(host, answer);
  }

  /**
   * Why the tool failed.
   *
   * @param errors what it wrote to standard error
   */
  Diagnosis diagnose(int exit, String errors) {
    return diagnosis.apply(exit, errors);
  }

  /**
   * Why a tool failed.
   *
   * @param cause the line that says so, in the tool's own words
   */
  public record Diagnosis(TroubleKind kind, String cause) {
    /** Exit codes above this one say which signal has ended a program. */
    public static final int SIGNALLED = 128;

    private static final int NOT_FOUND = 127;

    /** What there is to say of a tool that has said nothing. */
    public static String wordless(String tool, int exit) {
      if (exit == NOT_FOUND) {
        return tool + " was not found";
      }
      return exit > SIGNALLED
          ? tool + " was ended by signal " + (exit - SIGNALLED)
          : tool + " wrote no message";
    }
  }
}
