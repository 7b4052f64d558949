package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.xsm.workflows.people.AuditEntry;

/** An entry of the audit log as programs read it. */
@Schema(name = "AuditEntry", description = "Something that somebody did, or tried to do.")
public record AuditJson(
    Instant at,
    @Schema(description = "At a wrong login the name that was tried.") String person,
    String address,
    @Schema(allowableValues = {"page", "basic", "token"}) String way,
    @Schema(description = "`login`, `logout` or the method of HTTP.") String act,
    String path,
    @Schema(description = "Of HTTP; of a login 200, or what says why not.") int status) {
  static AuditJson of(AuditEntry entry) {
    return new AuditJson(
        entry.at(),
        entry.person(),
        entry.address(),
        entry.way().label(),
        entry.act(),
        entry.path(),
        entry.status());
  }
}
