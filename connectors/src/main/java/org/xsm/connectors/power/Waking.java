package org.xsm.connectors.power;

import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.Verdict;
import org.xsm.connectors.power.PowerSettings.Waker;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/**
 * Starts silent machines by Wake-on-LAN. Waking one that is awake does nothing, so it may be done
 * any number of times; that it woke shows only when it asks for an address.
 */
final class Waking implements AskingSwitch.Starter {
  private static final String WAKE = ShellScript.load(Waking.class, "wake.sh");

  private final PowerSettings settings;
  private final BootServer server;

  Waking(PowerSettings settings, BootServer server) {
    this.settings = settings;
    this.server = server;
  }

  @Override
  public Outcome start(BareHost machine) throws MachineTrouble {
    if (settings.wakeFrom() == Waker.BOOT_SERVER) {
      etherwake(machine);
    } else {
      new MagicPacket(machine.mac()).send(settings.wakeAddress(), settings.wakePort());
    }
    return new Outcome.Done(
        "A magic packet was sent to %s (%s); it answers none."
            .formatted(machine.name(), machine.mac()));
  }

  private void etherwake(BareHost machine) throws MachineTrouble {
    Verdict verdict =
        server.run(ShellScript.of(WAKE, settings.wakeInterface(), machine.mac().value()));
    if (!verdict.word().equals("woken")) {
      String cause = verdict.word().equals("no-tool") ? "it has no etherwake" : verdict.cause();
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          "%s cannot wake %s from %s: %s. Install etherwake there, or set xsm.boot.power."
              .formatted(server.place(), machine.name(), settings.wakeInterface(), cause));
    }
  }
}
