package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.run.ControlDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.InvalidValue;

/** The API's calls by which people hold the manager back. */
@RestController
@Tag(
    name = "Control",
    description =
        "The stop switch, and filters that hold steps back. Each call answers what holds now.")
@ApiResponse(responseCode = "200", description = "What holds the manager back now.")
@ApiResponse(responseCode = "403", description = "You may not do this; the detail says why.")
@ApiResponse(responseCode = "422", description = "Something is missing or wrong in the body.")
public final class ControlApi {
  private final ControlDesk control;

  public ControlApi(ControlDesk control) {
    this.control = control;
  }

  @GetMapping("/api/control")
  @Operation(summary = "Look at what holds the manager back")
  public HoldsJson holds() {
    return HoldsJson.of(control.holds());
  }

  @PostMapping("/api/control/stop")
  @Operation(
      summary = "Throw the stop switch",
      description =
          "No action is begun on any host until it is released; commands that a host carries out"
              + " already come to their end there. `why` is required.")
  public HoldsJson stop(@RequestBody Stop sent, Person person) {
    Refusals.check(control.stop(person, sent.why()));
    return holds();
  }

  @PostMapping("/api/control/release")
  @Operation(
      summary = "Release the stop switch",
      description = "Needs the group operator or admin.")
  @ApiResponse(responseCode = "409", description = "The file STOP is still there.")
  public HoldsJson release(Person person) {
    Refusals.check(control.release(person));
    return holds();
  }

  @PutMapping("/api/control/filters/{name}")
  @Operation(
      summary = "Set a filter",
      description = "In the place of the one of the same name. Needs the group operator or admin.")
  public HoldsJson set(@PathVariable String name, @RequestBody FilterJson sent, Person person) {
    try {
      Refusals.check(control.set(sent.filter(name, person.name()), person));
    } catch (InvalidValue wrong) {
      throw Refusals.of(
          HttpStatus.UNPROCESSABLE_ENTITY, wrong.getMessage() + ". " + wrong.advice());
    }
    return holds();
  }

  @DeleteMapping("/api/control/filters/{name}")
  @Operation(summary = "Take a filter away", description = "Needs the group operator or admin.")
  @ApiResponse(responseCode = "404", description = "There is no such filter.")
  public HoldsJson remove(@PathVariable String name, Person person) {
    Refusals.check(control.remove(name, person));
    return holds();
  }

  /** Why the stop switch is thrown. */
  public record Stop(String why) {
    public Stop {
      why = why == null ? "" : why;
    }
  }
}
