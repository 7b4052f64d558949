package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a program sends with a decision; fields that the call does not need may be left out. */
@Schema(name = "Decision", description = "The body of approve, reject and decide.")
public record Decision(
    @Schema(description = "Digest of the plan that was seen; for approve and reject.")
        String digest,
    @Schema(description = "Why; a rejection needs it.") String comment,
    @Schema(
            description = "For decide.",
            allowableValues = {"try-again", "skip", "roll-back", "give-up"})
        String choice) {
  public Decision {
    digest = digest == null ? "" : digest;
    comment = comment == null ? "" : comment;
    choice = choice == null ? "" : choice;
  }
}
