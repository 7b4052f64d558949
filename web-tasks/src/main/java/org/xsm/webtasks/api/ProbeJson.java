package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.run.Probe;
import org.xsm.workflows.run.Probe.Milestone;
import org.xsm.workflows.site.BareHost;

/** How far a machine has come on its way to a host, as programs read it. */
@Schema(name = "Probe", description = "How far a machine has come on its way to a host.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeJson(
    String host,
    String address,
    String mac,
    String image,
    @Schema(allowableValues = {"unicast", "multicast", "broadcast"}) String method,
    @Schema(description = "The run of its newest deployment.") String run,
    String step,
    @Schema(description = "Where that step stands, as in a plan.") String state,
    @Schema(description = "Whether it is on its way, so that this is how it stands now.")
        boolean live,
    @Schema(description = "The last stage that it has reached; absent: it was not seen yet.")
        String stage,
    @Schema(description = "How much of its image it has, while that is under way.") Integer percent,
    @Schema(description = "Since when it stands there.") Instant since,
    @Schema(description = "Why it cannot go on, where that is known.") String failure,
    @Schema(description = "What most often keeps a machine where this one stands.")
        String likelyCause,
    @Schema(description = "The whole way, in its order.") List<StageJson> stages) {
  static ProbeJson of(Probe probe) {
    BareHost machine = probe.step().machine();
    Progress progress = probe.progress();
    return new ProbeJson(
        machine.name().value(),
        machine.address().value(),
        machine.mac().value(),
        machine.image().value(),
        probe.step().transfer().method().label(),
        probe.run().value(),
        probe.step().id().value(),
        probe.state().label(),
        probe.isLive(),
        progress.stage().map(Stage::label).orElse(null),
        progress.percent().isPresent() ? progress.percent().getAsInt() : null,
        probe.since().orElse(null),
        progress.failure().orElse(null),
        probe.likelyCause().orElse(null),
        probe.way().stream().map(StageJson::of).toList());
  }

  /** A stage of the way as programs read it. */
  @Schema(name = "Stage", description = "A stage of a machine's way.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StageJson(
      @Schema(example = "dhcp-lease") String stage,
      @Schema(description = "Whether the machine has reached it.") boolean passed,
      @Schema(description = "When it was first seen there; absent where it was not.") Instant at) {
    private static StageJson of(Milestone milestone) {
      return new StageJson(
          milestone.stage().label(), milestone.passed(), milestone.at().orElse(null));
    }
  }
}
