package org.xsm.workflows.plan;

import java.util.List;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Intentions.Knowledge;
import org.xsm.workflows.plan.Scheduling.Inputs;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.template.Templates;

/**
 * Works out what is to do. Pure: the same inputs give the same plan, byte for byte.
 *
 * @param identity tells our domains from others'
 * @param transfers decides how images reach machines that leave it to us
 * @param templates the guest config templates, which must not change while a plan is made
 */
public record Planner(
    Identity identity, Templates templates, PlanningRules rules, TransferChoice transfers) {
  /** A planner that decides transfers as they were measured. */
  public Planner(Identity identity, Templates templates, PlanningRules rules) {
    this(identity, templates, rules, TransferChoice.MEASURED);
  }

  /**
   * The plan that leads from what was found to what is wanted. Sets that are not in {@code wanted}
   * are left alone.
   *
   * @param wanted what the file says; its templates exist and can be rendered
   * @param last the machines and VMs that we have undertaken so far, of all sets
   * @param found answers of the hosts of both
   */
  public Plan plan(Site wanted, Undertaken last, Observation found) {
    Findings findings = new Findings();
    Machines machines = Machines.of(wanted, last, found, findings).inSessions(transfers);
    Observation promised = machines.promised();
    Domains domains = Domains.of(promised);
    List<Intent> intents = Intentions.of(this, wanted, new Knowledge(last, domains), findings);
    List<VmStep> steps =
        Scheduling.schedule(this, new Inputs(domains, promised, findings), intents);
    return Plan.of(machines.with(wanted, steps), findings.list());
  }
}
