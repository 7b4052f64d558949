package org.xsm.connectors.machine;

import java.util.List;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.systemimager.ImageServer;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.site.BareHost;

/** Gives a machine an image, and with it the host key by which it will be known. */
record Imaging(ImageServer images, MachineKeys keys) {
  /**
   * The key is trusted last, so that a machine which cannot be given an image is known by what it
   * was known by. Nothing is lost in between: the same command does what is left.
   */
  Outcome assign(BareHost machine, Transfer transfer) throws MachineTrouble {
    Outcome done = images.assign(machine, transfer, keys.of(machine));
    keys.trust(machine);
    return done;
  }

  Outcome withdraw(BareHost machine) throws MachineTrouble {
    Outcome done = images.withdraw(machine);
    keys.distrust(machine);
    return done;
  }

  List<KernelParameter> parameters(BareHost machine, Transfer transfer) throws MachineTrouble {
    return images.parameters(machine, transfer);
  }

  Outcome check(BareHost machine, Transfer transfer, Receipt receipt) throws MachineTrouble {
    return images.check(machine, transfer, receipt);
  }
}
