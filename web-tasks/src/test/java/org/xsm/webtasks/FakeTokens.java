package org.xsm.webtasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.xsm.workflows.people.ApiToken;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.people.TokenText;
import org.xsm.workflows.people.TokenWish;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;

/** Stands in for the desk of tokens; keeps them in memory, each for ever. */
final class FakeTokens implements TokenDesk {
  final Map<TokenText, ApiToken> tokens = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Random random = new Random(1);

  @Override
  public Lifetimes lifetimes() {
    return new Lifetimes(Duration.ofDays(90), Duration.ofDays(365));
  }

  @Override
  public List<ApiToken> list(Person owner) {
    List<ApiToken> owned = new ArrayList<>(tokens.values());
    owned.removeIf(token -> !token.owner().equals(owner.name()));
    return owned;
  }

  @Override
  public Issued issue(Person owner, TokenWish wish) {
    TokenText text = TokenText.random(random);
    ApiToken token =
        new ApiToken(
            "token-" + (tokens.size() + 1),
            owner.name(),
            wish.name(),
            wish.extent(),
            text.beginning(),
            Samples.NOW,
            Instant.now().plus(wish.lifetime()),
            Optional.empty());
    tokens.put(text, token);
    people.put(owner.name(), owner);
    return new Issued(token, text);
  }

  @Override
  public Verdict revoke(String id, Person owner) {
    return tokens
            .values()
            .removeIf(token -> token.id().equals(id) && token.owner().equals(owner.name()))
        ? Verdict.taken()
        : Verdict.refused(Verdict.Why.UNKNOWN, "You have no such token.");
  }

  @Override
  public Optional<Person> findPerson(TokenText text) {
    return Optional.ofNullable(tokens.get(text))
        .map(token -> token.extent().of(people.get(token.owner())));
  }
}
