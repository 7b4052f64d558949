package org.xsm.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;
import org.xsm.engine.journey.SiteText;

/** Logins by an OpenID provider, against a real one with discovery and signed tokens. */
@OnRunningSite
class OidcTest {
  private static final Pattern TOKEN = Pattern.compile("xsm_[A-Za-z0-9]{40}");
  private static final ForgingKeys KEYS = new ForgingKeys();
  private static final MockOAuth2Server PROVIDER = provider();

  private final Rehearsal rehearsal;
  private final IdentityService identity;

  OidcTest(Rehearsal rehearsal, IdentityService identity) {
    this.rehearsal = rehearsal;
    this.identity = identity;
  }

  /** Signs, when asked to, with a key that only says that it is the provider's. */
  private static final class ForgingKeys extends KeyProvider {
    private boolean forging;

    @Override
    public JWK signingKey(String keyId) {
      try {
        return forging
            ? new RSAKeyGenerator(2048).keyID(keyId).generate()
            : super.signingKey(keyId);
      } catch (JOSEException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static MockOAuth2Server provider() {
    MockOAuth2Server server =
        new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(KEYS)));
    server.start();
    return server;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("xsm.login.oidc.issuer", () -> PROVIDER.issuerUrl("house").toString());
    settings.add("xsm.login.oidc.label", () -> "Our House");
    settings.add("xsm.login.oidc.groups.xen-approvers", () -> "approver");
    settings.add("xsm.login.oidc.groups.staff", () -> "viewer");
  }

  @AfterAll
  static void stop() {
    PROVIDER.shutdown();
  }

  @BeforeEach
  void write_the_secret() throws IOException {
    Files.writeString(rehearsal.home().secrets().resolve("oidc"), "between-us\n");
    KEYS.forging = false;
  }

  private HttpResponse<String> logIn(Browser browser, Map<String, Object> claims) {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback("house", "subject-1", "JWT", List.of("xsm"), claims, 3600));
    return browser.get("/oauth2/authorization/oidc");
  }

  private HttpResponse<String> logIn(Map<String, Object> claims) {
    return logIn(Browser.ofNobody(rehearsal), claims);
  }

  private static Map<String, Object> olga(String... groups) {
    return Map.of("preferred_username", "olga@example.org", "groups", List.of(groups));
  }

  @Test
  void the_login_page_has_a_button_for_the_provider() {
    assertThat(Browser.ofNobody(rehearsal).get("/login").body())
        .contains("href=\"/oauth2/authorization/oidc\"")
        .contains("Our House");
  }

  @Test
  void a_person_comes_in_and_tasks_are_done_in_their_name() {
    Browser browser = Browser.ofNobody(rehearsal);
    HttpResponse<String> page = logIn(browser, olga("xen-approvers", "staff", "chess-club"));
    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(page.body()).contains("olga@example.org");

    Map<String, String> form = Map.of("name", "t", "days", "1", "extent", "person");
    Matcher token = TOKEN.matcher(browser.postForm("/account/tokens", form).body());
    assertThat(token.find()).isTrue();
    Caller program = rehearsal.bearing(token.group());
    String run = rehearsal.submit(SiteText.of("oidc").with("oidc1", "10.9.77.1"));
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    assertThat(rehearsal.act(program, task, "claim", Map.of()).status()).isEqualTo(200);
    assertThat(rehearsal.task(run, "approve-plan").get("assignee").asText())
        .isEqualTo("olga@example.org");
  }

  @Test
  void groups_are_those_of_the_last_login() {
    logIn(olga("xen-approvers"));
    logIn(olga("staff"));

    assertThat(identity.createGroupQuery().groupMember("olga@example.org").list())
        .singleElement()
        .satisfies(group -> assertThat(group.getId()).isEqualTo("viewer"));
  }

  @Test
  void who_is_in_none_of_our_groups_is_told_so() {
    assertThat(logIn(olga("chess-club")).body()).contains("none of the groups");
    assertThat(logIn(Map.of("preferred_username", "olga@example.org")).body())
        .contains("none of the groups");
    assertThat(logIn(Map.of("groups", List.of("staff"))).body()).contains("none of the groups");
  }

  @Test
  void nobody_of_the_provider_becomes_our_own_admin() {
    Map<String, Object> claims = Map.of("preferred_username", "admin", "groups", List.of("staff"));

    assertThat(logIn(claims).body()).contains("its name is taken");
    assertThat(identity.createGroupQuery().groupMember("admin").list()).hasSize(1);
  }

  @Test
  void a_token_for_somebody_else_is_refused() {
    Map<String, Object> claims =
        Map.of(
            "preferred_username", "olga@example.org",
            "groups", List.of("staff"),
            "aud", List.of("another-client"));

    assertThat(logIn(claims).body()).contains("could not be believed");
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    Map<String, Object> claims =
        Map.of(
            "preferred_username", "olga@example.org",
            "groups", List.of("staff"),
            "iss", "https://elsewhere.example.org");

    assertThat(logIn(claims).body()).contains("could not be believed");
  }

  @Test
  void a_token_with_a_wrong_signature_is_refused() {
    assertThat(logIn(olga("staff")).uri().getPath()).isEqualTo("/");
    KEYS.forging = true;

    assertThat(logIn(olga("staff")).body()).contains("could not be believed");
  }

  @Test
  void an_answer_that_nobody_asked_for_is_refused() {
    HttpResponse<String> page =
        Browser.ofNobody(rehearsal).get("/login/oauth2/code/oidc?code=abc&state=guess");

    assertThat(page.uri().getPath()).isEqualTo("/login");
    assertThat(page.body()).contains("could not be believed");
  }

  @Test
  void our_own_users_have_no_need_of_the_provider() {
    assertThat(rehearsal.operator().get("/api/runs").status()).isEqualTo(200);
  }
}
