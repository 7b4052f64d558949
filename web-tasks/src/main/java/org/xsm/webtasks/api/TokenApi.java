package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.InvalidValue;

/** The API's calls about one's own tokens. No token may call them. */
@RestController
@Tag(
    name = "Tokens",
    description =
        "Your own tokens, sent as `Authorization: Bearer xsm_…`. Needs HTTP Basic or a session: a"
            + " token makes and revokes no tokens.")
@ApiResponse(responseCode = "403", description = "You came with a token.")
public final class TokenApi {
  private final TokenDesk tokens;

  public TokenApi(TokenDesk tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/api/tokens")
  @Operation(summary = "List your tokens", description = "Newest first; ended ones for 30 days.")
  @ApiResponse(responseCode = "200", description = "Never their texts.")
  public List<TokenJson> list(Person person) {
    return tokens.list(person).stream().map(TokenJson::of).toList();
  }

  @PostMapping("/api/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a token",
      description = "`token` in the answer is its text, which is not to be had again.")
  @ApiResponse(responseCode = "201", description = "Made.")
  @ApiResponse(responseCode = "422", description = "Something is missing or wrong in the body.")
  public TokenJson make(@RequestBody TokenForm sent, Person person) {
    try {
      return TokenJson.of(tokens.issue(person, sent.wish(tokens.lifetimes())));
    } catch (InvalidValue wrong) {
      throw Refusals.of(
          HttpStatus.UNPROCESSABLE_ENTITY, wrong.getMessage() + ". " + wrong.advice());
    }
  }

  @DeleteMapping("/api/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a token of yours", description = "It ends at once.")
  @ApiResponse(responseCode = "204", description = "Revoked.")
  @ApiResponse(responseCode = "404", description = "You have no such token.")
  public void revoke(@PathVariable String id, Person person) {
    Refusals.check(tokens.revoke(id, person));
  }
}
