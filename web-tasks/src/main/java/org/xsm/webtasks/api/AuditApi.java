package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditLog;
import org.xsm.workflows.people.AuditQuery;

/** The API's calls about who did what from where. For admins only. */
@RestController
@Tag(name = "Audit", description = "Who did what from where. Needs the group admin.")
@ApiResponse(responseCode = "200", description = "Newest first, 10000 entries at most.")
@ApiResponse(responseCode = "403", description = "You are no admin.")
public final class AuditApi {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final AuditLog log;

  public AuditApi(AuditLog log) {
    this.log = log;
  }

  @GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Read the audit log", description = "As CSV with `Accept: text/csv`.")
  public List<AuditJson> list(
      @Parameter(description = "The earliest moment, such as 2026-11-01T00:00:00Z.") @RequestParam
          Optional<Instant> from,
      @Parameter(description = "The first moment that is too late.") @RequestParam
          Optional<Instant> to,
      @RequestParam Optional<String> person,
      @Parameter(description = "From 0, each of 10000 entries.") @RequestParam(defaultValue = "0")
          int page) {
    return read(from, to, person, page).stream().map(AuditJson::of).toList();
  }

  @GetMapping(
      path = {"/api/audit", "/api/audit.csv"},
      produces = "text/csv")
  @Operation(summary = "Read the audit log as CSV", description = "For spreadsheets.")
  public ResponseEntity<String> csv(
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to,
      @RequestParam Optional<String> person,
      @RequestParam(defaultValue = "0") int page) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("audit.csv").build().toString())
        .body(AuditCsv.of(read(from, to, person, page)));
  }

  private List<AuditEntry> read(
      Optional<Instant> from, Optional<Instant> to, Optional<String> person, int page) {
    return log.list(new AuditQuery(from, to, person, page, AuditQuery.LARGEST));
  }
}
