package org.xsm.connectors.power;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xsm.connectors.bootserver.LocalProgram;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.PowerControl.Ipmi;
import org.xsm.workflows.site.Printable;

/** Asks management controllers over IPMI 2.0, through ipmitool. */
final class Controllers {
  private static final int LONGEST = 300;
  private static final Pattern STATUS = Pattern.compile("(?m)^Chassis Power is (on|off)\\s*$");
  private static final Pattern REFUSED_LOGIN =
      Pattern.compile("RAKP|unauthorized name|invalid authentication|privilege level");

  private final LocalProgram program = new LocalProgram();
  private final PowerSettings settings;
  private final BmcPasswords passwords;

  Controllers(PowerSettings settings, BmcPasswords passwords) {
    this.settings = settings;
    this.passwords = passwords;
  }

  /** Whether a machine has power. */
  enum State {
    ON,
    OFF
  }

  State look(BareHost machine, Ipmi bmc) throws MachineTrouble {
    String said = ask(machine, bmc, "chassis", "power", "status");
    var status = STATUS.matcher(said);
    if (!status.find()) {
      throw refused(bmc, "said neither on nor off", said);
    }
    return status.group(1).equals("on") ? State.ON : State.OFF;
  }

  void switchOn(BareHost machine, Ipmi bmc) throws MachineTrouble {
    ask(machine, bmc, "chassis", "power", "on");
  }

  void switchOff(BareHost machine, Ipmi bmc) throws MachineTrouble {
    ask(machine, bmc, "chassis", "power", "off");
  }

  /**
   * Says from what the machine shall start the next time, and looks whether the controller has
   * taken it: ipmitool ends with success also when it was refused.
   */
  void bootFrom(BareHost machine, Ipmi bmc, BootDevice device) throws MachineTrouble {
    if (device == BootDevice.AS_SET_UP) {
      return;
    }
    boolean network = device == BootDevice.NETWORK;
    ask(machine, bmc, "chassis", "bootdev", network ? "pxe" : "disk");
    String said = ask(machine, bmc, "chassis", "bootparam", "get", "5");
    if (!said.contains(network ? "Force PXE" : "Force Boot from default Hard-Drive")) {
      throw refused(
          bmc, "did not take from what " + machine.name() + " shall start", lastLine(said));
    }
  }

  private String ask(BareHost machine, Ipmi bmc, String... words) throws MachineTrouble {
    List<String> command =
        new ArrayList<>(
            List.of(
                settings.ipmitool(),
                "-I",
                "lanplus",
                "-C",
                "" + settings.cipherSuite(),
                "-N",
                "1"));
    command.addAll(List.of("-R", "2", "-H", bmc.bmc().value(), "-p", "" + bmc.port()));
    command.addAll(List.of("-U", bmc.user().orElse(settings.user())));
    command.addAll(List.of("-f", passwords.file(machine.name()).toString()));
    command.addAll(List.of(words));
    LocalProgram.Ended ended = program.run(command, "", settings.limit());
    if (ended.exit() != 0) {
      throw trouble(machine, bmc, ended);
    }
    return ended.output();
  }

  private static MachineTrouble trouble(BareHost machine, Ipmi bmc, LocalProgram.Ended ended) {
    String said = lastLine(ended.errors());
    if (REFUSED_LOGIN.matcher(ended.errors()).find()) {
      return new MachineTrouble(
          TroubleKind.NOT_ADMITTED,
          ("The controller %s of %s does not let us in: %s. Check its user, and the password"
                  + " in secrets/bmc/%s.")
              .formatted(bmc.bmc(), machine.name(), said, machine.name()));
    }
    if (ended.errors().contains("Unable to establish")) {
      return new MachineTrouble(
          TroubleKind.UNREACHABLE,
          "The controller %s of %s does not answer, or not with the password in secrets/bmc/%s: %s."
              .formatted(bmc.bmc(), machine.name(), machine.name(), said));
    }
    return refused(bmc, "refused", said);
  }

  private static MachineTrouble refused(Ipmi bmc, String what, String said) {
    return new MachineTrouble(
        TroubleKind.REFUSED,
        "The controller %s %s: %s."
            .formatted(bmc.bmc(), what, Printable.of(said.strip(), LONGEST)));
  }

  private static String lastLine(String text) {
    String line = text.lines().filter(one -> !one.isBlank()).reduce((a, b) -> b).orElse("no word");
    return Printable.of(line.strip().replaceFirst("[.:]$", ""), LONGEST);
  }
}
