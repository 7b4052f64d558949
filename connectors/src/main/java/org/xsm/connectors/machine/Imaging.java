package org.xsm.connectors.machine;

import java.util.List;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.systemimager.ImageServer;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.TransferMethod;

/** Gives a machine an image, and with it the host key by which it will be known. */
record Imaging(ImageServer images, MachineKeys keys) {
  /**
   * The key is trusted last, so that a machine which cannot be given an image is known by what it
   * was known by. Nothing is lost in between: the same command does what is left.
   */
  Outcome assign(BareHost machine, TransferMethod method) throws MachineTrouble {
    Outcome done = images.assign(machine, method, keys.of(machine));
    keys.trust(machine);
    return done;
  }

  Outcome withdraw(BareHost machine) throws MachineTrouble {
    Outcome done = images.withdraw(machine);
    keys.distrust(machine);
    return done;
  }

  List<KernelParameter> parameters(BareHost machine, TransferMethod method) throws MachineTrouble {
    return images.parameters(machine, method);
  }
}
