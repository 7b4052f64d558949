package org.xsm.engine.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.engine.process.Planning;
import org.xsm.engine.store.IgnoredMachines;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.workflows.machine.MachineWatch;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** Takes in machines that nobody has declared, by edits of the site file. */
record Newcomers(
    MachineWatch watch,
    SiteDesk site,
    SiteFormat format,
    Planning planning,
    JdbcRuns runs,
    IgnoredMachines ignored) {
  private static final int NEWEST = 50;
  private static final Set<RunState> CARRIED_OUT =
      Set.of(RunState.APPLIED, RunState.APPLIED_WITH_SKIPS, RunState.UNCHANGED);

  List<Proposal> proposals() {
    List<Stranger> strangers = watch.strangers();
    if (strangers.isEmpty()) {
      return List.of();
    }
    Site known = known();
    Set<MacAddress> declared = macs(known);
    declared.addAll(ignored.all());
    List<Stranger> unknown =
        new ArrayList<>(
            strangers.stream().filter(stranger -> !declared.contains(stranger.mac())).toList());
    Collections.reverse(unknown);
    return Proposal.of(unknown, known);
  }

  /** What files say that count or are under way. */
  private Site known() {
    Stream<Site> open = runs.listActive().stream().map(RunSummary::id).map(planning::wanted);
    return new Site(
        Stream.concat(Stream.of(site.wanted()), open)
            .flatMap(wanted -> wanted.sets().stream())
            .toList());
  }

  private static Set<MacAddress> macs(Site known) {
    return Stream.concat(known.machines().map(BareHost::mac), known.vms().map(Vm::mac))
        .collect(Collectors.toSet());
  }

  Submission accept(BareHost machine, SetName name, Person by) {
    List<RunSummary> open = runs.listActive(List.of(name));
    if (!open.isEmpty()) {
      return new Submission.Refused(List.of(busy(name, open.get(0))));
    }
    VmSet set = lastOf(name);
    List<BareHost> machines = new ArrayList<>(set.machines());
    machines.add(machine);
    byte[] file =
        format.write(new Site(List.of(new VmSet(name, set.owner(), machines, set.vms()))));
    return site.submit(
        new SubmittedFile("machine-" + UUID.randomUUID(), name + ".xml", file, by.name()));
  }

  private static Problem busy(SetName set, RunSummary open) {
    return new Problem(
        0,
        "Set " + set,
        "run " + open.id() + " of this set is " + open.state().label().replace('-', ' '),
        "Let it come to its end, or cancel it, since the machine is added to what was applied last.");
  }

  /** The set as its last file says that was carried out. */
  private VmSet lastOf(SetName name) {
    return runs.list(Optional.of(name.value()), Optional.empty(), NEWEST).stream()
        .filter(run -> CARRIED_OUT.contains(run.state()))
        .findFirst()
        .map(RunSummary::id)
        .map(planning::wanted)
        .or(() -> Optional.of(site.wanted()))
        .flatMap(last -> last.findSet(name))
        .orElseGet(() -> new VmSet(name, Optional.empty(), List.of()));
  }
}
