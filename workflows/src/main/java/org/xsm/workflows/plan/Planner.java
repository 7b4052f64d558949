package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.VmSet;
import org.xsm.workflows.template.Templates;

/**
 * Works out what is to do. Pure: the same inputs give the same plan, byte for byte.
 *
 * @param identity tells our domains from others'
 * @param templates the guest config templates, which must not change while a plan is made
 */
public record Planner(Identity identity, Templates templates, PlanningRules rules) {
  /**
   * The plan that leads from what was found to what is wanted. Sets that are not in {@code wanted}
   * are left alone.
   *
   * @param wanted what the file says; its templates exist and can be rendered
   * @param last the VMs that we have undertaken so far, of all sets
   * @param found answers of the hosts of both
   */
  public Plan plan(Site wanted, Site last, Observation found) {
    Domains domains = Domains.of(identity, wanted, last, found);
    List<Step> creates = new ArrayList<>();
    List<Step> retires = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (VmSet set : wanted.sets()) {
      VmSet before = last.findSet(set.name()).orElse(new VmSet(set.name(), set.owner(), List.of()));
      SetPlanning planning = new SetPlanning(this, domains, set, before);
      creates.addAll(planning.creates());
      retires.addAll(planning.retires());
      findings.addAll(planning.findings());
      MassChange.find(rules, before, planning.retires()).ifPresent(findings::add);
    }
    Room room = new Room(rules, found, retires);
    List<Step> steps = new ArrayList<>(retires);
    steps.addAll(room.place(creates));
    findings.addAll(room.findings());
    return Plan.of(steps, findings);
  }
}
