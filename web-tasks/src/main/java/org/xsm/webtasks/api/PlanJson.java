package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.StepState;
import org.xsm.workflows.site.HostAddress;

/** A plan as programs read it. */
@Schema(name = "Plan", description = "What is to do, and what the approver must know.")
public record PlanJson(
    @Schema(description = "SHA-256 of the plan; an approval names it.") String digest,
    @Schema(description = "Sorted by id.") List<StepJson> steps,
    List<FindingJson> findings) {

  /** A plan that has not begun. */
  static PlanJson of(Plan plan) {
    return of(plan, Map.of(), Map.of(), Set.of());
  }

  /** A run's plan, with where its steps stand. */
  static PlanJson of(Plan plan, Run run) {
    Set<StepId> asked =
        run.asked().stream()
            .flatMap(open -> open.steps().stream())
            .map(Step::id)
            .collect(Collectors.toSet());
    Set<StepId> approved =
        plan.steps().stream()
            .map(Step::id)
            .filter(id -> !asked.contains(id))
            .collect(Collectors.toSet());
    return of(plan, run.stepStates(), run.limits(), approved);
  }

  private static PlanJson of(
      Plan plan, Map<StepId, StepState> states, Map<StepId, String> limits, Set<StepId> approved) {
    List<StepJson> steps =
        plan.steps().stream()
            .map(
                step ->
                    StepJson.of(
                        step,
                        states.getOrDefault(step.id(), StepState.WAITING),
                        limits.get(step.id()),
                        approved.contains(step.id())))
            .toList();
    return new PlanJson(
        plan.digest(), steps, plan.findings().stream().map(FindingJson::of).toList());
  }

  /** A step of a plan as programs read it. */
  @Schema(name = "Step", description = "One thing to do.")
  public record StepJson(
      @Schema(example = "create-vm:vm1") String id,
      @Schema(
              example = "create-vm",
              allowableValues = {
                "deploy-host",
                "create-vm",
                "reconfigure-vm",
                "migrate-vm",
                "retire-vm",
                "retire-host"
              })
          String kind,
      @Schema(
              description =
                  "How it is gone about: plain where there is one way only; live while the guest runs; restart; cold, shut"
                      + " down here and started there; fenced, started when a person has confirmed that the host 'from' is off;"
                      + " adopt, taking over a running domain. A VM that is retired cold is created cold by a later step.",
              allowableValues = {"plain", "live", "restart", "cold", "fenced", "adopt"})
          String manner,
      @Schema(description = "The VM or machine that it is about.") String target,
      @Schema(description = "Address of the host that it happens on, or that the VM goes to.")
          String host,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Address of the host that the VM leaves, where it goes to another.")
          String from,
      @Schema(
              description = "Where it stands.",
              allowableValues = {
                "waiting", "ready", "running", "trouble", "done", "skipped", "failed"
              })
          String state,
      @Schema(description = "Ids of the steps that must be done before it starts.")
          List<String> waitsFor,
      @Schema(
              description = "What it costs the users of the VM.",
              allowableValues = {"none", "live", "restart", "downtime", "data-loss"})
          String cost,
      @Schema(description = "Why it is to be done, in a sentence.") String reason,
      @Schema(description = "Seconds that the step takes on a quiet host.") long estimate,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The limit that a ready step waits for.")
          String limit,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(description = "Whether a person, or the policy, has approved it as it is.")
          boolean approved,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The guest config of a VM as it will lie on the host.")
          String guestConfig,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "How the image of a machine that is deployed reaches it.",
              allowableValues = {"unicast", "multicast", "broadcast"})
          String transfer,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "With whom a machine gets its image, where it is cast.")
          SessionJson session) {
    private static StepJson of(Step step, StepState state, String limit, boolean approved) {
      return new StepJson(
          step.id().value(),
          step.kind().label(),
          step.manner().label(),
          step.target(),
          step.host().value(),
          step.from().map(HostAddress::value).orElse(null),
          state.label(),
          step.waitsFor().stream().map(StepId::value).toList(),
          step.cost().label(),
          step.reason(),
          step.estimate().toSeconds(),
          limit,
          approved,
          step instanceof VmStep ofVm ? ofVm.guestConfig() : null,
          deployment(step).map(each -> each.transfer().method().label()).orElse(null),
          deployment(step).flatMap(HostStep::session).map(SessionJson::of).orElse(null));
    }

    private static Optional<HostStep> deployment(Step step) {
      return step.kind() == StepKind.DEPLOY_HOST ? Optional.of((HostStep) step) : Optional.empty();
    }
  }

  /** An image session as programs read it. */
  @Schema(name = "Session", description = "Machines that get one image together, by casts.")
  public record SessionJson(
      @Schema(example = "xen-base.multicast") String id,
      @Schema(example = "xen-base") String image,
      @Schema(allowableValues = {"multicast", "broadcast"}) String method,
      @Schema(description = "How many machines it is for.") int machines) {
    private static SessionJson of(ImageSession session) {
      return new SessionJson(
          session.id(), session.image().value(), session.method().label(), session.machines());
    }
  }

  /** A finding as programs read it. */
  @Schema(name = "Finding", description = "Something that the approver must know.")
  public record FindingJson(
      @Schema(example = "unknown-host") String kind,
      @Schema(description = "A VM's name, a host's address or a set's name.") String subject,
      String message,
      String advice) {
    private static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.kind().label(), finding.subject(), finding.message(), finding.advice());
    }
  }
}
