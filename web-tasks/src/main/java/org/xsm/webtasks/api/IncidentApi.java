package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.run.Incident;
import org.xsm.workflows.run.IncidentDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunId;

/** The API's calls about what of the manager itself has failed. */
@RestController
@Tag(
    name = "Incidents",
    description =
        "Parts of the manager itself that have failed as often as they are tried. Trouble with"
            + " hosts is a task instead.")
public final class IncidentApi {
  private final IncidentDesk incidents;

  public IncidentApi(IncidentDesk incidents) {
    this.incidents = incidents;
  }

  @GetMapping("/api/incidents")
  @Operation(
      summary = "List what stands still",
      description = "By failure, the most frequent first.")
  public List<IncidentJson> list() {
    return incidents.list().stream().map(IncidentJson::of).toList();
  }

  @PostMapping("/api/incidents/{id}/retry")
  @Operation(
      summary = "Try once more",
      description = "Everything that stands still by this failure. Needs operator or admin.")
  @ApiResponse(responseCode = "200", description = "What stands still now.")
  @ApiResponse(responseCode = "403", description = "You may not do this.")
  @ApiResponse(responseCode = "404", description = "Nothing stands still by this failure any more.")
  public List<IncidentJson> retry(@PathVariable String id, Person person) {
    Refusals.check(incidents.retry(id, person));
    return list();
  }

  /** A failure, and what stands still by it. */
  @Schema(name = "Incident")
  public record IncidentJson(
      String id, String where, String cause, int count, Instant since, List<String> runs) {
    static IncidentJson of(Incident incident) {
      return new IncidentJson(
          incident.id(),
          incident.where(),
          incident.cause(),
          incident.count(),
          incident.since(),
          incident.runs().stream().map(RunId::value).toList());
    }
  }
}
