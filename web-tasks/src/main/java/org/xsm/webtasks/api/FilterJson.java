package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.site.InvalidValue;

/** A filter as programs read and write it; patterns that are left out match everything. */
@Schema(name = "Filter", description = "Holds back the steps that match it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilterJson(
    @Schema(description = "As in the path.") String name,
    @Schema(allowableValues = {"pause", "reject", "limit"}) String action,
    @Schema(description = "Pattern of a host's address; * stands for any characters.") String host,
    @Schema(
            description = "The only kind of step that it is about.",
            allowableValues = {
              "deploy-host",
              "create-vm",
              "reconfigure-vm",
              "migrate-vm",
              "retire-vm",
              "retire-host"
            })
        String kind,
    @Schema(description = "Pattern of a VM's name.") String vm,
    @Schema(description = "With limit: how many matching steps may start within a minute.")
        Integer perMinute,
    @Schema(description = "What people read who see a step wait for it.") String why,
    @Schema(description = "Who has set it; is not read.") String setBy) {

  static FilterJson of(Filter filter) {
    return new FilterJson(
        filter.name(),
        filter.action().label(),
        filter.host(),
        filter.kind().map(StepKind::label).orElse(null),
        filter.vm(),
        filter.perMinute() == 0 ? null : filter.perMinute(),
        filter.why(),
        filter.setBy());
  }

  /** The filter that is meant. */
  public Filter filter(String named, String by) {
    return new Filter(
        named,
        Filter.Action.parse(action == null ? "" : action),
        given(host, "*"),
        Optional.ofNullable(kind).filter(text -> !text.isBlank()).map(FilterJson::kind),
        given(vm, "*"),
        perMinute == null ? 0 : perMinute,
        given(why, ""),
        by);
  }

  private static StepKind kind(String label) {
    return StepKind.find(label)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "'" + label + "' is no kind of step",
                    "Use deploy-host, create-vm, reconfigure-vm, migrate-vm, retire-vm or"
                        + " retire-host, or leave it out."));
  }

  private static String given(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
