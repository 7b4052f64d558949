package org.xsm.workflows.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;

/** Where people make tokens for their programs and revoke them. All rules are kept here. */
public interface TokenDesk {
  /** How long tokens live. */
  Lifetimes lifetimes();

  /** The person's own tokens, newest first, ended ones among them for a while. */
  List<ApiToken> list(Person owner);

  /**
   * Makes a token that acts for the person.
   *
   * @throws org.xsm.workflows.site.InvalidValue when the wish is for too long, or for one too many
   */
  Issued issue(Person owner, TokenWish wish);

  /** Ends one of the person's own tokens at once. */
  Verdict revoke(String id, Person owner);

  /**
   * Whom the token acts for, with the groups that the person has now; empty when it is unknown,
   * revoked, over, or its person's account is gone. Counts as a use.
   */
  Optional<Person> findPerson(TokenText token);

  /** A new token; its text is not to be had again. */
  record Issued(ApiToken token, TokenText text) {}

  /** How long a token lives where nobody says so, and how long at most. */
  record Lifetimes(Duration usual, Duration longest) {}
}
