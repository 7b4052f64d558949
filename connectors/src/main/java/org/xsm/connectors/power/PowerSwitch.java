package org.xsm.connectors.power;

import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.Outcome;

/** One way to power machines; its answers are those of the commands of the same names. */
interface PowerSwitch {
  Outcome on(MachineTarget target, BootDevice from) throws MachineTrouble;

  Outcome cycle(MachineTarget target, BootDevice from) throws MachineTrouble;

  Outcome off(MachineTarget target) throws MachineTrouble;
}
