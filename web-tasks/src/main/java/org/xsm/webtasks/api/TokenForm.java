package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.people.TokenWish;

/** A token that somebody wants, as forms and programs say it. */
@Schema(name = "NewToken")
public record TokenForm(
    @Schema(description = "What it is for, in at most 60 characters.") String name,
    @Schema(description = "How many days it is good; as xsm.tokens.lifetime says where missing.")
        Integer days,
    @Schema(
            description = "`person` (all that you may; where missing) or `viewer` (look only).",
            allowableValues = {"person", "viewer"})
        String extent) {

  /**
   * What is wished for.
   *
   * @throws org.xsm.workflows.site.InvalidValue when something in it cannot be
   */
  public TokenWish wish(TokenDesk.Lifetimes lifetimes) {
    return new TokenWish(
        name == null ? "" : name,
        days == null ? lifetimes.usual() : Duration.ofDays(days),
        Extent.parse(extent == null || extent.isBlank() ? "person" : extent));
  }
}
