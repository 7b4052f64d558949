package org.xsm.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.workflows.run.Person;

/** Logins by a directory, against a real LDAP server. */
@OnRunningSite
class LdapTest {
  private static final String[] ENTRIES = {
    "dn: dc=example,dc=org|objectClass: domain|dc: example",
    "dn: ou=people,dc=example,dc=org|objectClass: organizationalUnit|ou: people",
    "dn: uid=reader,dc=example,dc=org|objectClass: inetOrgPerson|uid: reader|cn: r|sn: r|userPassword: reading",
    person("alice.smith"),
    person("bob"),
    person("carl"),
    person("admin"),
    "dn: cn=xen-admins,dc=example,dc=org|objectClass: groupOfNames|cn: xen-admins|member: "
        + entry("alice.smith"),
    "dn: cn=staff,dc=example,dc=org|objectClass: groupOfNames|cn: staff|member: "
        + entry("alice.smith")
        + "|member: "
        + entry("bob")
        + "|member: "
        + entry("admin"),
  };

  private final IdentityService identity;
  private final Outsiders outsiders;
  private final EngineRegister accounts;
  private InMemoryDirectoryServer server;
  private DirectoryLogin login;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  LdapTest(IdentityService identity, TransactionTemplate transaction, EngineRegister accounts) {
    this.identity = identity;
    this.accounts = accounts;
    this.outsiders = new Outsiders(identity, transaction);
  }

  private static String entry(String name) {
    return "uid=" + name + ",ou=people,dc=example,dc=org";
  }

  private static String person(String name) {
    return "dn: %s|objectClass: inetOrgPerson|uid: %s|cn: x|sn: x|userPassword: pass-%s"
        .formatted(entry(name), name, name);
  }

  @BeforeEach
  void open() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
    server = new InMemoryDirectoryServer(config);
    for (String lines : ENTRIES) {
      server.add(lines.split("\\|"));
    }
    server.startListening();
    login = login("uid=reader,dc=example,dc=org");
  }

  private DirectoryLogin login(String bind) {
    LdapSettings settings =
        new LdapSettings(
            "ldap://127.0.0.1:" + server.getListenPort(),
            "dc=example,dc=org",
            "(uid={0})",
            "uid",
            bind,
            "",
            "(member={0})",
            "cn",
            Map.of("xen-admins", "admin", "staff", "viewer"));
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    return new DirectoryLogin(new Directory(settings, () -> "reading"), outsiders, accounts, clock);
  }

  @AfterEach
  void close() {
    server.shutDown(true);
    identity.deleteUser("alice.smith");
    identity.deleteUser("bob");
  }

  @Test
  void people_come_in_with_the_groups_that_theirs_stand_for() {
    assertThat(login.logIn("alice.smith", "pass-alice.smith"))
        .isEqualTo(new Person("alice.smith", Set.of("admin", "viewer")));
    assertThat(accounts.find("alice.smith"))
        .contains(new Person("alice.smith", Set.of("admin", "viewer")));
  }

  @Test
  void a_name_is_spelled_as_the_directory_spells_it() {
    assertThat(login.logIn("ALICE.Smith", "pass-alice.smith").name()).isEqualTo("alice.smith");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "pass-bob"})
  void a_wrong_or_empty_password_is_refused(String password) {
    assertThatThrownBy(() -> login.logIn("alice.smith", password))
        .isInstanceOf(BadCredentialsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "alice*",
        "*)(uid=*",
        "alice.smith)(|(uid=*",
        "alice.smith)(objectClass=*",
        "nobody",
        "\\2a",
        "bob\u0000"
      })
  void a_name_is_never_more_than_a_name(String name) {
    assertThatThrownBy(() -> login.logIn(name, "pass-alice.smith"))
        .isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> login.logIn(name, "pass-bob"))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void who_is_in_none_of_our_groups_is_kept_out() {
    assertThatThrownBy(() -> login.logIn("carl", "pass-carl"))
        .isInstanceOf(DisabledException.class);
    assertThat(accounts.find("carl")).isEmpty();
  }

  @Test
  void nobody_of_the_directory_becomes_our_own_admin() {
    assertThat(login.isInCharge("admin")).isFalse();
    assertThatThrownBy(() -> login.logIn("admin", "pass-admin"))
        .isInstanceOf(DisabledException.class);
    assertThat(accounts.find("admin").get().groups()).containsExactly("admin");
  }

  @Test
  void a_group_that_is_lost_there_is_lost_here_within_a_minute() throws LDAPException {
    login.logIn("alice.smith", "pass-alice.smith");
    server.delete("cn=xen-admins,dc=example,dc=org");

    now = now.plusSeconds(60);
    assertThat(login.find("alice.smith").get().groups()).containsExactly("viewer");

    server.modify(
        "cn=staff,dc=example,dc=org",
        new Modification(ModificationType.DELETE, "member", entry("alice.smith")));
    now = now.plusSeconds(60);
    assertThat(login.find("alice.smith")).isEmpty();
  }

  @Test
  void a_directory_that_is_away_says_so_and_keeps_what_is_known() {
    login.logIn("bob", "pass-bob");
    server.shutDown(true);

    assertThatThrownBy(() -> login.logIn("bob", "pass-bob"))
        .isInstanceOf(AuthenticationServiceException.class);
    now = now.plusSeconds(60);
    assertThat(login.find("bob").get().groups()).containsExactly("viewer");
    assertThat(login.isInCharge("operator")).isFalse();
  }

  @Test
  void a_directory_that_does_not_know_us_is_as_good_as_away() {
    assertThatThrownBy(() -> login("uid=reader,dc=example,dc=net").logIn("bob", "pass-bob"))
        .isInstanceOf(AuthenticationServiceException.class);
  }

  @Test
  void a_user_of_the_directory_has_no_password_with_us() {
    login.logIn("bob", "pass-bob");
    User bob = identity.createUserQuery().userId("bob").singleResult();

    assertThat(bob.getPassword()).isNull();
    assertThat(login.isInCharge("bob")).isTrue();
  }
}
