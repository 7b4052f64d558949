package org.xsm.connectors.bootserver;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.TroubleKind;

/** Runs our scripts on the boot server. */
public final class BootServer {
  private static final String PRELUDE = ShellScript.load(BootServer.class, "prelude.sh");

  private final ServerShell shell;

  public BootServer(ServerShell shell) {
    this.shell = shell;
  }

  /** Where that is, as messages name it. */
  public String place() {
    return shell.place();
  }

  /**
   * Runs a script and waits for what comes of it.
   *
   * @throws MachineTrouble when the boot server does not answer, or the script did not come to its
   *     end
   */
  public Verdict run(ShellScript script) throws MachineTrouble {
    String token = "xsm-" + UUID.randomUUID();
    List<String> words = new ArrayList<>(List.of("sh", "-c", PRELUDE + script.text(), "xsm"));
    words.add(token);
    words.addAll(script.arguments());
    ServerShell.Said said = shell.run(words, script.input());
    return read(token, said);
  }

  private Verdict read(String token, ServerShell.Said said) throws MachineTrouble {
    String begin = "\n" + token + " begin\n";
    String end = "\n" + token + " verdict ";
    int text = said.output().indexOf(begin);
    int verdict = said.output().lastIndexOf(end);
    if (text < 0) {
      Verdict nothing = new Verdict(List.of("none"), "", said.errors());
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          "%s did not run our script: %s. Does a login there get a POSIX shell?"
              .formatted(place(), nothing.cause()));
    }
    if (verdict < text) {
      Verdict broken = new Verdict(List.of("none"), "", said.errors());
      throw new MachineTrouble(
          TroubleKind.INTERRUPTED,
          "A script on %s was cut off: %s. Try again.".formatted(place(), broken.cause()));
    }
    String words = said.output().substring(verdict + end.length()).strip();
    // The line that ends the beginning may be the one that begins the end.
    int from = Math.min(text + begin.length(), verdict);
    return new Verdict(
        List.of(words.split("\\s+")), said.output().substring(from, verdict), said.errors());
  }
}
