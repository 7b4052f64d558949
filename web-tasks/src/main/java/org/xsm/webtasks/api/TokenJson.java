package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.xsm.workflows.people.ApiToken;
import org.xsm.workflows.people.TokenDesk;

/** A token as programs read it. */
@Schema(name = "Token", description = "A token of yours; its text is told only once.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenJson(
    String id,
    String name,
    @Schema(allowableValues = {"person", "viewer"}) String extent,
    @Schema(description = "Its first letters.") String beginning,
    Instant made,
    Instant ends,
    @Schema(description = "Within a minute; only when it was used.") Instant lastUsed,
    @Schema(description = "The token itself; only in the answer to making it.") String token) {

  static TokenJson of(ApiToken token) {
    return of(token, null);
  }

  static TokenJson of(TokenDesk.Issued issued) {
    return of(issued.token(), issued.text().value());
  }

  private static TokenJson of(ApiToken token, String text) {
    return new TokenJson(
        token.id(),
        token.name(),
        token.extent().label(),
        token.beginning(),
        token.made(),
        token.ends(),
        token.lastUsed().orElse(null),
        text);
  }
}
