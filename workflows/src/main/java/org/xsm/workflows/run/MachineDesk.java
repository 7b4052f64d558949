package org.xsm.workflows.run;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;

/** Where bare machines are looked at, and those that nobody has declared are taken in. */
public interface MachineDesk {
  /** How far this machine has come in its newest deployment; empty where none was ever planned. */
  Optional<Probe> probe(HostName machine);

  /**
   * Machines that asked for an address and stand in no file that counts or is under way, the one
   * that was seen last first. They are offered nothing until their entry is approved.
   */
  List<Proposal> proposals();

  /**
   * Writes the machine into its set's file as that was applied last, and submits it, to be planned
   * and approved as any other. A set that is not there is begun.
   */
  Submission accept(BareHost machine, SetName set, Person by);

  /** Proposes this machine no more. */
  Verdict ignore(MacAddress machine, Person by);
}
