package org.xsm.workflows.machine;

import java.util.List;
import org.xsm.workflows.site.BareHost;

/** Where machines stand. Real ones stand there already; simulated ones are put there. */
public interface MachineRack {
  /** A file names these machines. Asked before anybody looks at them, any number of times. */
  void meet(List<BareHost> machines);
}
