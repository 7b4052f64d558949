package org.xsm.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.engine.settings.AuditSettings;
import org.xsm.webtasks.security.LoginSettings;
import org.xsm.webtasks.security.OidcSettings;

class PeopleSettingsTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(All.class);

  @EnableConfigurationProperties({
    TokenSettings.class,
    LdapSettings.class,
    LoginSettings.class,
    OidcSettings.class,
    AuditSettings.class
  })
  static class All {}

  @Test
  void the_defaults_are_the_documented_ones() {
    context.run(
        started -> {
          assertThat(started.getBean(TokenSettings.class))
              .isEqualTo(new TokenSettings(Duration.ofDays(90), Duration.ofDays(365), 20));
          assertThat(started.getBean(LoginSettings.class))
              .isEqualTo(new LoginSettings(5, 50, Duration.ofMinutes(5), Duration.ofHours(24)));
          assertThat(started.getBean(AuditSettings.class))
              .isEqualTo(new AuditSettings(Duration.ofDays(400)));
          assertThat(started.getBean(OidcSettings.class).isSet()).isFalse();
          assertThat(started.getBean(LdapSettings.class).url()).isEmpty();
        });
  }

  @Test
  void a_directory_is_set_as_the_guide_shows() {
    context
        .withPropertyValues(
            "xsm.login.ldap.url=ldaps://ldap.example.org",
            "xsm.login.ldap.base=ou=people,dc=example,dc=org",
            "xsm.login.ldap.bind=cn=xsm,dc=example,dc=org",
            "xsm.login.ldap.group-base=ou=groups,dc=example,dc=org",
            "xsm.login.ldap.groups.xen-admins=admin",
            "xsm.login.ldap.groups[Xen Approvers]=approver")
        .run(
            started ->
                assertThat(started.getBean(LdapSettings.class))
                    .isEqualTo(
                        new LdapSettings(
                            "ldaps://ldap.example.org",
                            "ou=people,dc=example,dc=org",
                            "(uid={0})",
                            "uid",
                            "cn=xsm,dc=example,dc=org",
                            "ou=groups,dc=example,dc=org",
                            "(member={0})",
                            "cn",
                            Map.of("xen-admins", "admin", "Xen Approvers", "approver"))));
  }

  @Test
  void a_provider_is_set_as_the_guide_shows() {
    context
        .withPropertyValues(
            "xsm.login.oidc.issuer=https://sso.example.org/realms/house",
            "xsm.login.oidc.label=Our House",
            "xsm.login.oidc.groups.xen-admins=admin")
        .run(
            started ->
                assertThat(started.getBean(OidcSettings.class))
                    .isEqualTo(
                        new OidcSettings(
                            "https://sso.example.org/realms/house",
                            "xsm",
                            "Our House",
                            Set.of("openid", "profile"),
                            "preferred_username",
                            "groups",
                            Map.of("xen-admins", "admin"))));
  }

  @ParameterizedTest
  @CsvSource({
    "xsm.login.ldap.url=ldap://x, set base",
    "xsm.login.oidc.issuer=https://x, at least one of groups",
    "xsm.login.oidc.groups.a=root, is no group",
    "xsm.tokens.lifetime=400d, xsm.tokens",
    "xsm.tokens.lifetime=1h, xsm.tokens",
    "xsm.login.tries=0, xsm.login",
    "xsm.login.tries-per-address=1, xsm.login",
    "xsm.login.session-limit=0, session-limit",
    "xsm.audit.keep=1h, xsm.audit.keep"
  })
  void a_setting_that_makes_no_sense_is_refused_at_start(String setting, String why) {
    context
        .withPropertyValues(setting)
        .run(
            started ->
                assertThat(started.getStartupFailure()).rootCause().hasMessageContaining(why));
  }
}
