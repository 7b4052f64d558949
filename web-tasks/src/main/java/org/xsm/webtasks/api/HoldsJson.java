package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.xsm.workflows.run.Holds;

/** What holds the manager back, as programs read it. */
@Schema(name = "Holds", description = "What people hold the manager back with.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldsJson(
    @Schema(description = "Only while the stop switch is thrown.") StopJson stop,
    @Schema(description = "Ids of the paused runs.") List<String> pausedRuns,
    List<FilterJson> filters) {

  static HoldsJson of(Holds holds) {
    return new HoldsJson(
        holds.stop().map(stop -> new StopJson(stop.by(), stop.why())).orElse(null),
        holds.paused().stream().map(Object::toString).sorted().toList(),
        holds.filters().stream().map(FilterJson::of).toList());
  }

  /** Who has thrown the stop switch, and why. */
  @Schema(name = "StopSwitch")
  public record StopJson(String by, String why) {}
}
