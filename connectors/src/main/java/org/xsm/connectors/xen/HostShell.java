package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.ssh.ShellWord;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.connectors.ssh.SshRequest;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** Runs our scripts on hosts. */
public final class HostShell {
  private static final String COMMON = ShellScript.load(HostShell.class, "common.sh");

  private final Ssh ssh;
  private final Doors doors;

  public HostShell(Ssh ssh, Doors doors) {
    this.ssh = ssh;
    this.doors = doors;
  }

  /**
   * Runs a script and waits for its answer.
   *
   * @throws HostTrouble when there is none, or the script itself refused
   */
  Sections run(HostAddress host, ShellScript script, Duration limit) throws HostTrouble {
    String token = "xsm-" + UUID.randomUUID();
    List<String> words = new ArrayList<>(List.of("sh", "-c", COMMON + script.text(), "xsm"));
    words.add(token);
    words.add(directory(host));
    words.addAll(script.arguments());
    String command = ShellWord.commandLine(words.toArray(String[]::new));
    SshAnswer answer = ssh.run(host, new SshRequest(command, script.input(), limit));
    if (answer instanceof SshAnswer.Failed failed) {
      throw HostTrouble.of(host, failed);
    }
    return read(host, token, (SshAnswer.Finished) answer);
  }

  /** Where our files lie on the host. */
  String directory(HostAddress host) {
    return doors.to(host).directory();
  }

  private Sections read(HostAddress host, String token, SshAnswer.Finished answer)
      throws HostTrouble {
    Sections sections = Sections.parse(token, answer.output(), answer.errors());
    if (sections.has("refused")) {
      throw refusal(host, sections.words("refused").toString(), sections.errors());
    }
    if (sections.sections().isEmpty()) {
      throw new HostTrouble(
          TroubleKind.REFUSED,
          host
              + " did not run our script: "
              + ToolText.firstLine(answer.errors())
              + ". Does a login there get a POSIX shell?");
    }
    return sections;
  }

  private HostTrouble refusal(HostAddress host, String reason, String errors) {
    String cause = ToolText.firstLine(errors);
    String directory = directory(host);
    return switch (reason) {
      case "[flock]" ->
          new HostTrouble(
              TroubleKind.REFUSED,
              host
                  + " has no flock of util-linux, without which nothing can be done safely there."
                  + " Install the package util-linux on the host.");
      case "[incomplete]" ->
          new HostTrouble(
              TroubleKind.INTERRUPTED,
              "A file reached " + host + " incomplete and was not put in place. Try again.");
      default ->
          new HostTrouble(
              TroubleKind.REFUSED,
              "Our directory "
                  + directory
                  + " on "
                  + host
                  + " cannot be written ("
                  + cause
                  + "). Make it writable for the user who logs in, or set xsm.hosts.directory to"
                  + " another.");
    };
  }
}
