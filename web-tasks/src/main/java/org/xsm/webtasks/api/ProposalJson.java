package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.machine.Stranger;

/** A machine that nobody has declared, as programs read it. */
@Schema(name = "UnknownMachine", description = "A machine that asked for an address and got none.")
public record ProposalJson(
    String mac,
    @Schema(description = "The DHCP server's own words.") String reason,
    Instant firstSeen,
    Instant lastSeen,
    @Schema(description = "How often it asked.") long count,
    @Schema(description = "What could stand about it in the site file; a guess.")
        MachineEntry suggestion) {
  static ProposalJson of(Proposal proposal) {
    Stranger seen = proposal.stranger();
    return new ProposalJson(
        seen.mac().value(),
        seen.reason(),
        seen.firstSeen(),
        seen.lastSeen(),
        seen.count(),
        MachineEntry.of(proposal));
  }
}
