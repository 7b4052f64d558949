package org.xsm.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenDesk;
import org.xsm.workflows.people.TokenText;
import org.xsm.workflows.people.TokenWish;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.site.InvalidValue;

/** What a token is worth while its person's account lives, changes and goes. */
@OnRunningSite
class TokensTest {
  private static final String NAME = "tess";
  private static final String PASSWORD = "tess-tess-1";
  private static final byte[] WRONG_FILE = "<a/>".getBytes();

  private final Rehearsal rehearsal;
  private final IdentityService identity;
  private final JdbcClient database;
  private final TokenDesk tokens;

  TokensTest(Rehearsal rehearsal, IdentityService identity, JdbcClient database, TokenDesk tokens) {
    this.rehearsal = rehearsal;
    this.identity = identity;
    this.database = database;
    this.tokens = tokens;
  }

  @BeforeEach
  void hire() {
    User user = identity.newUser(NAME);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(NAME, Person.OPERATOR);
  }

  @AfterEach
  void dismiss() {
    identity.deleteUser(NAME);
  }

  private JsonNode make() {
    return rehearsal
        .of(NAME, PASSWORD)
        .post("/api/tokens", Map.of("name", "nightly", "extent", "person"))
        .json();
  }

  private Caller bearer(JsonNode made) {
    return rehearsal.bearing(made.get("token").asText());
  }

  @Test
  void a_token_may_what_its_person_may_at_that_moment() {
    Caller program = bearer(make());
    assertThat(program.postXml("/api/plan", WRONG_FILE).status()).isEqualTo(422);

    identity.deleteMembership(NAME, Person.OPERATOR);

    assertThat(program.postXml("/api/plan", WRONG_FILE).status()).isEqualTo(403);
    assertThat(program.get("/api/runs").status()).isEqualTo(200);
  }

  @Test
  void a_token_ends_with_its_account_also_when_the_name_is_given_again() {
    Caller program = bearer(make());

    identity.deleteUser(NAME);
    assertThat(program.get("/api/runs").status()).isEqualTo(401);

    hire();
    assertThat(program.get("/api/runs").status()).isEqualTo(401);
    assertThat(rehearsal.of(NAME, PASSWORD).get("/api/tokens").text()).isEqualTo("[]");
  }

  @Test
  void only_the_hash_of_a_token_is_stored() {
    String text = make().get("token").asText();

    Map<String, Object> row =
        database.sql("select * from xsm_token where owner = ?").param(NAME).query().singleRow();

    assertThat(row.values()).noneMatch(value -> text.equals(value));
    assertThat(row.get("hash")).isEqualTo(new TokenText(text).hash()).asString().hasSize(64);
    assertThat(row.get("beginning")).isEqualTo(text.substring(0, 12));
  }

  @Test
  void a_use_is_told_and_an_end_is_kept() {
    JsonNode made = make();
    Caller program = bearer(made);
    program.get("/api/runs");
    JsonNode listed = rehearsal.of(NAME, PASSWORD).get("/api/tokens").json().get(0);
    assertThat(listed.get("lastUsed")).isNotNull();
    assertThat(listed.get("ends").asText()).isEqualTo(made.get("ends").asText());

    database
        .sql("update xsm_token set ends_at = made_at where id = ?")
        .param(made.get("id").asText())
        .update();

    assertThat(program.get("/api/runs").status()).isEqualTo(401);
  }

  @Test
  void wrong_passwords_lock_no_account() {
    for (int guess = 0; guess < 4; guess++) {
      assertThat(rehearsal.of(NAME, "guess").get("/api/runs").status()).isEqualTo(401);
    }
    assertThat(rehearsal.of(NAME, PASSWORD).get("/api/runs").status()).isEqualTo(200);
    assertThat(identity.checkPassword(NAME, PASSWORD)).isTrue();
  }

  @Test
  void nobody_has_too_many_tokens_or_one_for_too_long() {
    Person tess = new Person(NAME, java.util.Set.of());
    TokenWish wish = new TokenWish("one of many", Duration.ofDays(365), Extent.VIEWER);
    for (int made = 0; made < 20; made++) {
      tokens.issue(tess, wish);
    }
    assertThatThrownBy(() -> tokens.issue(tess, wish))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("20 tokens");
    TokenWish longer = new TokenWish("for ever", Duration.ofDays(366), Extent.VIEWER);
    assertThatThrownBy(() -> tokens.issue(tess, longer)).hasMessageContaining("365 days");
  }
}
