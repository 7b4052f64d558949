package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.SiteFormat;

/** The API's calls about the site: send a file, try a file, look. */
@RestController
@Tag(name = "Site", description = "Send a site file, try one, and look at the running site.")
public final class SiteApi {
  private static final String FILE_NAME = "site.xml";

  private final SiteDesk site;
  private final SiteFormat format;

  public SiteApi(SiteDesk site, SiteFormat format) {
    this.site = site;
    this.format = format;
  }

  @PostMapping("/api/site")
  @Operation(
      summary = "Send a site file",
      description =
          "Begins a run, which observes the hosts, makes a plan and asks for its approval."
              + " Needs the group operator or admin.",
      requestBody =
          @RequestBody(required = true, content = @Content(mediaType = "application/xml")))
  @ApiResponse(responseCode = "202", description = "A run has begun.")
  @ApiResponse(
      responseCode = "422",
      description = "The file is wrong; nothing was done. All its problems are in `problems`.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = WrongFile.class)))
  @ApiResponse(responseCode = "413", description = "The file has more than 16 MiB.")
  public ResponseEntity<Begun> submit(HttpServletRequest request, Person person)
      throws IOException {
    String claim = "api-" + UUID.randomUUID();
    Submission submission =
        site.submit(new SubmittedFile(claim, FILE_NAME, SiteFileBody.of(request), person.name()));
    if (submission instanceof Submission.Accepted accepted) {
      return ResponseEntity.accepted()
          .location(URI.create("/api/runs/" + accepted.run()))
          .body(Begun.of(accepted.run()));
    }
    throw Refusals.wrongFile(((Submission.Refused) submission).problems());
  }

  @PostMapping("/api/plan")
  @Operation(
      summary = "Try a site file",
      description =
          "Looks at the hosts and answers with the plan that the file would lead to now."
              + " Nothing changes. Needs the group operator or admin.",
      requestBody =
          @RequestBody(required = true, content = @Content(mediaType = "application/xml")))
  @ApiResponse(responseCode = "200", description = "The plan.")
  @ApiResponse(
      responseCode = "422",
      description = "The file is wrong. All its problems are in `problems`.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = WrongFile.class)))
  @ApiResponse(responseCode = "413", description = "The file has more than 16 MiB.")
  public PlanJson preview(HttpServletRequest request) throws IOException {
    Preview preview = site.preview(SiteFileBody.of(request));
    if (preview instanceof Preview.Planned planned) {
      return PlanJson.of(planned.plan());
    }
    throw Refusals.wrongFile(((Preview.Refused) preview).problems());
  }

  @GetMapping(path = "/api/site", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Look at the running site",
      description = "What the last applied files say, beside what the hosts last answered.")
  public SiteJson site() {
    return SiteJson.of(site.wanted(), site.found());
  }

  @GetMapping(path = "/api/site.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(
      summary = "Get the running site as a site file",
      description = "What the last applied files say, as one file that can be sent again.")
  public byte[] siteFile() {
    return format.write(site.wanted());
  }

  /** The run that a file has begun, or that was asked to stop. */
  @Schema(name = "Begun")
  public record Begun(@Schema(description = "Id of the run.") String run) {
    static Begun of(RunId run) {
      return new Begun(run.value());
    }
  }

  /** The shape of a 422, for the API's description. */
  @Schema(name = "WrongFile")
  record WrongFile(
      String type, String title, int status, String detail, List<ProblemJson> problems) {}
}
