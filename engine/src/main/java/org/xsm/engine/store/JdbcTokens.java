package org.xsm.engine.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.people.ApiToken;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenText;

/** The tokens of programs, by their hashes. */
public final class JdbcTokens {
  private static final Duration BETWEEN_MARKS = Duration.ofMinutes(1);

  private final JdbcClient database;

  public JdbcTokens(JdbcClient database) {
    this.database = database;
  }

  /**
   * A token and the account that it belongs to.
   *
   * @param account tells accounts of one name apart that were made one after the other
   */
  public record Kept(ApiToken token, String account, String hash) {}

  public void add(Kept kept) {
    ApiToken token = kept.token();
    database
        .sql(
            """
            insert into xsm_token
              (id, owner, account, name, extent, beginning, hash, made_at, ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(token.id(), token.owner(), kept.account(), token.name(), token.extent().label())
        .params(token.beginning(), kept.hash(), at(token.made()), at(token.ends()))
        .update();
  }

  /** The tokens of an account, newest first. */
  public List<ApiToken> list(String owner, String account) {
    return database
        .sql("select * from xsm_token where owner = ? and account = ? order by made_at desc, id")
        .params(owner, account)
        .query(JdbcTokens::token)
        .list();
  }

  /** Whether the owner had such a token. */
  public boolean remove(String id, String owner) {
    return database
            .sql("delete from xsm_token where id = ? and owner = ?")
            .params(id, owner)
            .update()
        > 0;
  }

  /** Forgets what ended before this moment, and what belongs to earlier accounts of the owner. */
  public void forget(String owner, String account, Instant endedBefore) {
    database.sql("delete from xsm_token where ends_at < ?").param(at(endedBefore)).update();
    database
        .sql("delete from xsm_token where owner = ? and account <> ?")
        .params(owner, account)
        .update();
  }

  /** The token with this text; hashes are compared in constant time. */
  public Optional<Kept> find(TokenText text) {
    byte[] hash = text.hash().getBytes(StandardCharsets.US_ASCII);
    return database
        .sql("select * from xsm_token where beginning = ?")
        .param(text.beginning())
        .query(
            (row, number) ->
                new Kept(token(row, number), row.getString("account"), row.getString("hash")))
        .list()
        .stream()
        .filter(
            kept -> MessageDigest.isEqual(hash, kept.hash().getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  /** Remembers a use, once a minute at most, so that reading does not become writing. */
  public void markUsed(ApiToken token, Instant now) {
    if (token.lastUsed().isEmpty() || token.lastUsed().get().isBefore(now.minus(BETWEEN_MARKS))) {
      database
          .sql("update xsm_token set last_used_at = ? where id = ?")
          .params(at(now), token.id())
          .update();
    }
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getString("id"),
        row.getString("owner"),
        row.getString("name"),
        Extent.parse(row.getString("extent")),
        row.getString("beginning"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
