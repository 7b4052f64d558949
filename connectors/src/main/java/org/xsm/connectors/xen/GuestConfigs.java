package org.xsm.connectors.xen;

import java.time.Duration;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.command.TroubleKind;

/** Puts guest configs on hosts, whole or not at all, and takes them away. */
final class GuestConfigs {
  private static final String REMOVE = ShellScript.load(GuestConfigs.class, "remove-config.sh");

  private final HostShell shell;
  private final Duration limit;

  /**
   * @param limit how long a host may take to answer
   */
  GuestConfigs(HostShell shell, Duration limit) {
    this.shell = shell;
    this.limit = limit;
  }

  Outcome write(Command.WriteConfig command) throws HostTrouble {
    Target target = command.target();
    String text = command.text();
    ShellScript script = OurFile.guestConfig(target.vm()).script(text);
    Sections answer = shell.run(target.host(), script, limit);
    if (!answer.has("end") || !answer.text("content").equals(text)) {
      return new Outcome.Trouble(
          TroubleKind.INTERRUPTED,
          "The guest config of "
              + target.vm()
              + " on "
              + target.host()
              + " reads back other than it was written. Is somebody else writing it?");
    }
    String what = answer.has("same") ? " lay there already on " : " was written on ";
    return new Outcome.Done("The guest config of " + target.vm() + what + target.host() + ".");
  }

  Outcome remove(Target target) throws HostTrouble {
    ShellScript script = ShellScript.of(REMOVE, target.vm().value(), target.uuid().toString());
    Sections answer = shell.run(target.host(), script, limit);
    if (answer.has("foreign")) {
      return new Outcome.Done(
          "The guest config of "
              + target.vm()
              + " on "
              + target.host()
              + " was left: it is of another VM of that name.");
    }
    if (!answer.has("removed")) {
      return new Outcome.Trouble(
          TroubleKind.INTERRUPTED,
          "Removing the guest config of "
              + target.vm()
              + " from "
              + target.host()
              + " broke off: "
              + ToolText.firstLine(answer.errors()));
    }
    return new Outcome.Done(
        "The guest config of " + target.vm() + " is gone from " + target.host() + ".");
  }
}
