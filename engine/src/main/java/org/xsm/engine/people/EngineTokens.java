package org.xsm.engine.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcTokens;
import org.xsm.engine.store.JdbcTokens.Kept;
import org.xsm.workflows.people.ApiToken;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.people.TokenText;
import org.xsm.workflows.people.TokenWish;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.site.InvalidValue;

/**
 * Tokens beside the engine's users. A token belongs to an account, not to a name: it ends when the
 * account is deleted, also when somebody else gets the name later.
 */
final class EngineTokens implements TokenDesk {
  private static final Duration SHOWN_AFTER_END = Duration.ofDays(30);

  private final EngineRegister accounts;
  private final PeopleRegister register;
  private final JdbcTokens tokens;
  private final TransactionTemplate transaction;
  private final TokenSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  EngineTokens(
      EngineRegister accounts,
      PeopleRegister register,
      JdbcTokens tokens,
      TransactionTemplate transaction,
      TokenSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.register = register;
    this.tokens = tokens;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Lifetimes lifetimes() {
    return settings.lifetimes();
  }

  @Override
  public List<ApiToken> list(Person owner) {
    return accounts
        .findAccount(owner.name())
        .map(account -> tokens.list(owner.name(), account))
        .orElse(List.of());
  }

  @Override
  public Issued issue(Person owner, TokenWish wish) {
    if (wish.lifetime().compareTo(settings.longestLifetime()) > 0) {
      throw new InvalidValue(
          "a token is good for " + settings.longestLifetime().toDays() + " days at most",
          "Give fewer days, or ask for a larger xsm.tokens.longest-lifetime.");
    }
    return transaction.execute(status -> make(owner, wish));
  }

  private Issued make(Person owner, TokenWish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String account = accounts.account(owner.name());
    tokens.forget(owner.name(), account, now.minus(SHOWN_AFTER_END));
    refuseTooMany(tokens.list(owner.name(), account), now);
    TokenText text = TokenText.random(random);
    ApiToken token =
        new ApiToken(
            UUID.randomUUID().toString(),
            owner.name(),
            wish.name(),
            wish.extent(),
            text.beginning(),
            now,
            now.plus(wish.lifetime()),
            Optional.empty());
    tokens.add(new Kept(token, account, text.hash()));
    return new Issued(token, text);
  }

  private void refuseTooMany(List<ApiToken> owned, Instant now) {
    if (owned.stream().filter(token -> !token.hasEndedAt(now)).count() >= settings.perPerson()) {
      throw new InvalidValue(
          "you have " + settings.perPerson() + " tokens already",
          "Revoke one that you do not need any more.");
    }
  }

  @Override
  public Verdict revoke(String id, Person owner) {
    return tokens.remove(id, owner.name())
        ? Verdict.taken()
        : Verdict.refused(
            Verdict.Why.UNKNOWN, "You have no such token; it may be revoked already.");
  }

  @Override
  public Optional<Person> findPerson(TokenText text) {
    Instant now = clock.instant();
    return tokens
        .find(text)
        .filter(kept -> !kept.token().hasEndedAt(now))
        .filter(
            kept ->
                accounts
                    .findAccount(kept.token().owner())
                    .filter(kept.account()::equals)
                    .isPresent())
        .flatMap(
            kept ->
                register
                    .find(kept.token().owner())
                    .map(kept.token().extent()::of)
                    .map(person -> used(kept.token(), now, person)));
  }

  private Person used(ApiToken token, Instant now, Person person) {
    tokens.markUsed(token, now);
    return person;
  }
}
