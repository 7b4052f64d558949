package org.xsm.engine.desk;

import java.util.List;
import java.util.Optional;
import org.xsm.engine.store.IgnoredMachines;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Probe;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;

/** Shows machines, and takes in those that nobody has declared. */
record EngineMachineDesk(Probes probes, Newcomers newcomers, IgnoredMachines ignored)
    implements MachineDesk {
  @Override
  public Optional<Probe> probe(HostName machine) {
    return probes.of(machine);
  }

  @Override
  public List<Proposal> proposals() {
    return newcomers.proposals();
  }

  @Override
  public Submission accept(BareHost machine, SetName set, Person by) {
    return newcomers.accept(machine, set, by);
  }

  @Override
  public Verdict ignore(MacAddress machine, Person by) {
    if (!by.mayOperate()) {
      return Verdict.refused(
          Verdict.Why.NOT_ALLOWED, "Only operators and admins may ignore machines.");
    }
    ignored.add(machine, by.name());
    return Verdict.taken();
  }
}
