package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.webtasks.api.SiteApi.Begun;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Problem;

/** The API's calls about bare machines. */
@RestController
@Tag(name = "Machines", description = "Bare machines on their way to Xen hosts.")
public final class MachineApi {
  private final MachineDesk machines;

  public MachineApi(MachineDesk machines) {
    this.machines = machines;
  }

  @GetMapping("/api/hosts/{name}/probe")
  @Operation(
      summary = "Probe a machine",
      description =
          "How far it has come in its newest deployment, stage by stage: as it is now while that"
              + " runs, as it was afterwards.")
  @ApiResponse(responseCode = "200", description = "How far it has come.")
  @ApiResponse(responseCode = "404", description = "No such machine was ever to be deployed.")
  public ProbeJson probe(@PathVariable String name) {
    try {
      return machines.probe(new HostName(name)).map(ProbeJson::of).orElseThrow(() -> none(name));
    } catch (InvalidValue noName) {
      throw none(name);
    }
  }

  @GetMapping("/api/machines/unknown")
  @Operation(
      summary = "List unknown machines",
      description =
          "Those that asked for an address and stand in no site file, the one that was seen last"
              + " first, each with an entry that could be written about it.")
  public List<ProposalJson> unknown() {
    return machines.proposals().stream().map(ProposalJson::of).toList();
  }

  @PostMapping("/api/machines/unknown/{mac}/accept")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Take an unknown machine in",
      description =
          "Writes the entry into its set's file and submits that: it is planned and approved as any"
              + " file. Needs the group operator or admin.")
  @ApiResponse(responseCode = "202", description = "A run has begun.")
  @ApiResponse(responseCode = "422", description = "The entry is wrong; nothing was done.")
  public Begun accept(@PathVariable String mac, @RequestBody MachineEntry sent, Person person) {
    MacAddress machine = mac(mac);
    List<Problem> problems = sent.problems(machine);
    if (!problems.isEmpty()) {
      throw Refusals.wrongFile(problems);
    }
    Submission submission = machines.accept(sent.machine(machine), sent.setName(), person);
    if (submission instanceof Submission.Accepted accepted) {
      return Begun.of(accepted.run());
    }
    throw Refusals.wrongFile(((Submission.Refused) submission).problems());
  }

  @PostMapping("/api/machines/unknown/{mac}/ignore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Ignore an unknown machine",
      description = "It is proposed no more. Needs the group operator or admin.")
  @ApiResponse(responseCode = "204", description = "It is ignored.")
  public void ignore(@PathVariable String mac, Person person) {
    Refusals.check(machines.ignore(mac(mac), person));
  }

  private static MacAddress mac(String text) {
    try {
      return new MacAddress(text);
    } catch (InvalidValue wrong) {
      throw Refusals.of(HttpStatus.NOT_FOUND, wrong.getMessage() + ". " + wrong.advice());
    }
  }

  private static RuntimeException none(String name) {
    return Refusals.of(
        HttpStatus.NOT_FOUND,
        "No machine '%s' was ever to be deployed. A machine has its name by <HOST name=…> in a site file."
            .formatted(Printable.of(name)));
  }
}
