package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensWebTest extends ServerTest {
  private static final Pattern TEXT = Pattern.compile("xsm_[A-Za-z0-9]{40}");
  private static final String UNKNOWN = "xsm_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd";

  private JsonNode make(String person, String body) throws JsonProcessingException {
    HttpResponse<String> made = as(person).postJson("/api/tokens", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made);
  }

  private Visitor bearer(String person, String extent) throws JsonProcessingException {
    String body = "{\"name\": \"t\", \"extent\": \"%s\"}".formatted(extent);
    return Visitor.bearing(port, make(person, body).get("token").asText());
  }

  @Test
  void a_token_acts_for_its_person_without_session_or_form_token() throws Exception {
    Visitor program = bearer("operator", "person");

    HttpResponse<String> sent = program.post("/api/site", "<a/>");

    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(site.submitted.get(0).submittedBy()).isEqualTo("operator");
  }

  @Test
  void a_token_for_looking_only_looks() throws Exception {
    Visitor program = bearer("admin", "viewer");

    assertThat(program.get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(program.post("/api/site", "<a/>").statusCode()).isEqualTo(403);
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void a_token_makes_lists_and_revokes_no_tokens() throws Exception {
    Visitor program = bearer("admin", "person");

    HttpResponse<String> answer = program.postJson("/api/tokens", "{\"name\": \"more\"}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("detail").asText()).contains("A token makes");
    assertThat(program.get("/api/tokens").statusCode()).isEqualTo(403);
    assertThat(program.delete("/api/tokens/token-1").statusCode()).isEqualTo(403);
    assertThat(tokens.tokens).hasSize(1);
  }

  @Test
  void a_token_opens_no_page() throws Exception {
    Visitor program = bearer("admin", "person");

    assertThat(program.get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
    assertThat(program.get("/account", "Accept", "text/html").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "", "xsm_short", "' or 1=1 --", "a b"})
  void an_unknown_token_is_refused(String token) throws Exception {
    HttpResponse<String> answer = Visitor.bearing(port, token).get("/api/runs");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").get()).startsWith("Bearer");
    assertThat(json(answer).get("detail").asText()).contains("/account");
  }

  @Test
  void a_strangers_page_cannot_use_a_token() throws Exception {
    HttpResponse<String> forged =
        bearer("operator", "person").post("/api/site", "<a/>", "Sec-Fetch-Site", "cross-site");

    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void a_revoked_token_ends_at_once() throws Exception {
    JsonNode made = make("viewer", "{\"name\": \"t\"}");
    Visitor program = Visitor.bearing(port, made.get("token").asText());
    assertThat(program.get("/api/runs").statusCode()).isEqualTo(200);

    String path = "/api/tokens/" + made.get("id").asText();
    assertThat(as("operator").delete(path).statusCode()).isEqualTo(404);
    assertThat(as("viewer").delete(path).statusCode()).isEqualTo(204);

    assertThat(program.get("/api/runs").statusCode()).isEqualTo(401);
  }

  @Test
  void the_list_never_tells_a_token() throws Exception {
    make("viewer", "{\"name\": \"backup\", \"days\": 3, \"extent\": \"viewer\"}");

    String list = as("viewer").get("/api/tokens").body();

    assertThat(list).contains("backup", "\"beginning\":\"xsm_").doesNotContainPattern(TEXT);
    assertThat(as("operator").get("/api/tokens").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', no name",
    "'{\"name\": \"a\\u0007b\"}', no name",
    "'{\"name\": \"x\", \"days\": 0}', a day at least",
    "'{\"name\": \"x\", \"days\": -2147483648}', a day at least",
    "'{\"name\": \"x\", \"extent\": \"admin\"}', no extent"
  })
  void a_wish_that_cannot_be_says_why(String body, String why) throws Exception {
    HttpResponse<String> answer = as("viewer").postJson("/api/tokens", body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("detail").asText()).contains(why);
  }

  @Test
  void the_page_shows_a_new_token_once() {
    Visitor person = person("viewer");

    String made = person.postForm("/account/tokens", "name=backup&days=7&extent=viewer").body();
    Matcher text = TEXT.matcher(made);

    assertThat(text.find()).isTrue();
    assertThat(Visitor.bearing(port, text.group()).get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(person.get("/account").body()).contains("backup").doesNotContain(text.group());
  }

  @Test
  void the_page_revokes_and_says_what_is_wrong() {
    Visitor person = person("viewer");
    person.postForm("/account/tokens", "name=<script>&days=7&extent=viewer");

    assertThat(person.get("/account").body()).contains("&lt;script&gt;").doesNotContain("<script>");
    assertThat(person.postForm("/account/tokens", "name=&days=7").statusCode()).isEqualTo(422);
    assertThat(person.postForm("/account/tokens/token-1/revoke", "a=b").statusCode())
        .isEqualTo(302);
    assertThat(tokens.tokens).isEmpty();
    assertThat(person.postFormWithout("/account/tokens", "name=x&days=7").statusCode())
        .isEqualTo(403);
  }
}
