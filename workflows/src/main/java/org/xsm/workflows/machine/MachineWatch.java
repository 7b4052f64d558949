package org.xsm.workflows.machine;

import java.util.List;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.site.BareHost;

/** Sees how far bare machines have come on their way, from their start to that from their disk. */
public interface MachineWatch {
  /**
   * From now on the machine's way begins anew, since it is about to be started to be installed:
   * what was seen of it until now counts no more. Doing it again for the same operation changes
   * nothing.
   */
  void begin(MachineTarget target);

  /**
   * How far the machine has come since its way began; {@link Progress#NONE} where it never did. As
   * good as witnesses without proof are: that a machine is installed shows when it answers under
   * the host key that it was given. Outlives the manager.
   */
  Progress look(BareHost machine);

  /**
   * Machines that asked for an address, were given none and have begun no way; who was seen last
   * comes last. Whoever sends packets is in it, under as many network cards as he likes.
   */
  List<Stranger> strangers();
}
