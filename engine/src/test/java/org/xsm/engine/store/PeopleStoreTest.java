package org.xsm.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.people.ApiToken;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditQuery;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenText;

/** What the tables of tokens and of the audit log promise on every database. */
class PeopleStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  static Stream<DataSource> databases() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:people;DB_CLOSE_DELAY=-1");
    return Stream.of(h2, server.getPostgresDatabase());
  }

  private static JdbcClient empty(DataSource source) {
    Flyway flyway = Flyway.configure().dataSource(source).cleanDisabled(false).load();
    flyway.clean();
    flyway.migrate();
    return JdbcClient.create(source);
  }

  private static ApiToken token(String id, TokenText text, Instant ends) {
    return new ApiToken(
        id, "alice", "näme", Extent.VIEWER, text.beginning(), NOW, ends, Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_token_is_found_by_its_text_alone_until_it_is_removed(DataSource source) {
    JdbcTokens tokens = new JdbcTokens(empty(source));
    TokenText text = TokenText.random(new Random(1));
    TokenText twin = new TokenText(text.beginning() + "z".repeat(32));
    ApiToken token = token("1", text, NOW.plusSeconds(60));
    tokens.add(new JdbcTokens.Kept(token, "account", text.hash()));

    assertThat(tokens.find(text).get().token()).isEqualTo(token);
    assertThat(tokens.find(twin)).isEmpty();
    assertThat(tokens.list("alice", "account")).containsExactly(token);
    assertThat(tokens.list("alice", "earlier")).isEmpty();
    assertThat(tokens.remove("1", "bob")).isFalse();
    assertThat(tokens.remove("1", "alice")).isTrue();
    assertThat(tokens.find(text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_use_is_marked_once_a_minute(DataSource source) {
    JdbcTokens tokens = new JdbcTokens(empty(source));
    TokenText text = TokenText.random(new Random(1));
    tokens.add(new JdbcTokens.Kept(token("1", text, NOW), "account", text.hash()));

    tokens.markUsed(tokens.find(text).get().token(), NOW);
    tokens.markUsed(tokens.find(text).get().token(), NOW.plusSeconds(59));
    assertThat(tokens.find(text).get().token().lastUsed()).contains(NOW);
    tokens.markUsed(tokens.find(text).get().token(), NOW.plusSeconds(61));
    assertThat(tokens.find(text).get().token().lastUsed()).contains(NOW.plusSeconds(61));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tokens_of_an_earlier_account_are_forgotten(DataSource source) {
    JdbcTokens tokens = new JdbcTokens(empty(source));
    TokenText text = TokenText.random(new Random(1));
    tokens.add(new JdbcTokens.Kept(token("1", text, NOW), "earlier", text.hash()));

    tokens.forget("alice", "account", NOW.minusSeconds(1));

    assertThat(tokens.find(text)).isEmpty();
  }

  private static AuditEntry entry(String person, Instant at) {
    return new AuditEntry(at, person, "10.0.0.1", AuditEntry.Way.TOKEN, "POST", "/api/site", 202);
  }

  private static AuditQuery query(Instant from, Instant to, String person) {
    return new AuditQuery(
        Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(person), 0, 10);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void the_log_is_read_by_time_and_person_newest_first(DataSource source) {
    JdbcAudit log =
        new JdbcAudit(empty(source), Duration.ofDays(400), Clock.fixed(NOW, ZoneOffset.UTC));
    AuditEntry first = entry("alice", NOW.minusSeconds(2));
    AuditEntry second = entry("bob'--\u0007", NOW.minusSeconds(1));
    AuditEntry third = entry("alice", NOW);
    Stream.of(first, second, third).forEach(log::add);

    assertThat(log.list(query(null, null, null))).containsExactly(third, second, first);
    assertThat(log.list(query(null, null, "alice"))).containsExactly(third, first);
    assertThat(log.list(query(second.at(), third.at(), null))).containsExactly(second);
    assertThat(log.list(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1, 2)))
        .containsExactly(first);
    assertThat(second.person()).isEqualTo("bob'--\\u{7}");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void what_is_too_old_goes_and_what_is_too_long_is_cut(DataSource source) {
    JdbcAudit log =
        new JdbcAudit(empty(source), Duration.ofDays(1), Clock.fixed(NOW, ZoneOffset.UTC));
    log.add(entry("\u202e".repeat(3000), NOW.minusSeconds(86_401)));
    assertThat(log.list(query(null, null, null))).isEmpty();

    log.add(
        new AuditEntry(
            NOW,
            "\u0007".repeat(3000),
            "\u0007".repeat(3000),
            AuditEntry.Way.BASIC,
            "\u0007".repeat(3000),
            "\u0007".repeat(3000),
            200));
    assertThat(log.list(query(null, null, null))).hasSize(1);
  }
}
