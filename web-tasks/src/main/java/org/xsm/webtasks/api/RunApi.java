package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.webtasks.api.SiteApi.Begun;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.RunDesk;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Verdict;

/** The API's calls about runs: list, look, pause, resume, cancel. */
@RestController
@Tag(name = "Runs", description = "A run is one site file on its way to the hosts.")
public final class RunApi {
  private static final String STATES =
      Arrays.stream(RunState.values()).map(RunState::label).collect(Collectors.joining(", "));

  private final RunDesk runs;
  private final SiteDesk site;

  public RunApi(RunDesk runs, SiteDesk site) {
    this.runs = runs;
    this.site = site;
  }

  @GetMapping("/api/runs")
  @Operation(summary = "List runs", description = "The newest first, at most 200.")
  public List<RunJson> list(
      @Parameter(description = "Only runs of this set.") @RequestParam Optional<String> set,
      @Parameter(description = "Only runs in this state.") @RequestParam Optional<String> state) {
    return runs.list(given(set), given(state).map(RunApi::parse)).stream()
        .map(RunJson::of)
        .toList();
  }

  @GetMapping("/api/runs/{id}")
  @Operation(summary = "Look at a run", description = "With its plan and its journal.")
  @ApiResponse(responseCode = "200", description = "The run.")
  @ApiResponse(responseCode = "404", description = "There is no such run.")
  public RunJson run(@PathVariable String id) {
    RunId run = new RunId(id);
    return runs.find(run).map(RunJson::of).orElseThrow(() -> Refusals.noRun(run));
  }

  @GetMapping(path = "/api/runs/{id}/site.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "Get a run's site file", description = "Byte for byte as it came.")
  @ApiResponse(responseCode = "200", description = "The file.")
  @ApiResponse(responseCode = "404", description = "There is no such run.")
  public byte[] file(@PathVariable String id) {
    RunId run = new RunId(id);
    return site.findFile(run).orElseThrow(() -> Refusals.noRun(run));
  }

  @PostMapping("/api/runs/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Cancel a run",
      description =
          "At once before it applies; otherwise running steps end, and no more are started."
              + " Needs the group operator or admin.")
  @ApiResponse(responseCode = "202", description = "The run is being cancelled.")
  @ApiResponse(responseCode = "404", description = "There is no such run.")
  @ApiResponse(responseCode = "409", description = "The run has ended already.")
  public Begun cancel(@PathVariable String id, Person person) {
    RunId run = new RunId(id);
    return taken(run, runs.cancel(run, person));
  }

  @PostMapping("/api/runs/{id}/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Pause a run",
      description =
          "Running steps end, and no more are started until it is resumed. Needs the group operator"
              + " or admin.")
  @ApiResponse(responseCode = "202", description = "The run is paused.")
  @ApiResponse(responseCode = "409", description = "The run has ended, or is paused already.")
  public Begun pause(@PathVariable String id, Person person) {
    RunId run = new RunId(id);
    return taken(run, runs.pause(run, person));
  }

  @PostMapping("/api/runs/{id}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Resume a paused run", description = "Needs the group operator or admin.")
  @ApiResponse(responseCode = "202", description = "Steps are started again.")
  @ApiResponse(responseCode = "409", description = "The run is not paused.")
  public Begun resume(@PathVariable String id, Person person) {
    RunId run = new RunId(id);
    return taken(run, runs.resume(run, person));
  }

  private static Begun taken(RunId run, Verdict verdict) {
    Refusals.check(verdict);
    return Begun.of(run);
  }

  private static RunState parse(String label) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                Refusals.of(
                    HttpStatus.BAD_REQUEST,
                    "There is no state '" + label + "'. The states are: " + STATES + "."));
  }

  private static Optional<String> given(Optional<String> parameter) {
    return parameter.filter(value -> !value.isBlank());
  }
}
