package org.xsm.webtasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Stands in for the machines. */
final class FakeMachines implements MachineDesk {
  final Map<HostName, Probe> probes = new HashMap<>();
  final List<Proposal> proposals = new ArrayList<>();
  final List<BareHost> accepted = new ArrayList<>();
  final Set<MacAddress> ignored = new HashSet<>();

  void clear() {
    probes.clear();
    proposals.clear();
    accepted.clear();
    ignored.clear();
  }

  @Override
  public Optional<Probe> probe(HostName machine) {
    return Optional.ofNullable(probes.get(machine));
  }

  @Override
  public List<Proposal> proposals() {
    return proposals;
  }

  @Override
  public Submission accept(BareHost machine, SetName set, Person by) {
    accepted.add(machine);
    return new Submission.Accepted(Samples.APPROVING);
  }

  @Override
  public Verdict ignore(MacAddress machine, Person by) {
    ignored.add(machine);
    return Verdict.taken();
  }
}
