package org.xsm.engine.people;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcTokens;
import org.xsm.workflows.Home;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.people.TokenDesk;

/** Logins for everybody, and the first users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TokenSettings.class, LdapSettings.class})
public class PeopleConfiguration {
  @Bean
  EngineRegister engineRegister(IdentityService identity) {
    return new EngineRegister(identity);
  }

  @Bean
  Outsiders outsiders(IdentityService identity, TransactionTemplate transaction) {
    return new Outsiders(identity, transaction);
  }

  @Bean
  @ConditionalOnProperty("xsm.login.ldap.url")
  DirectoryLogin directoryLogin(
      LdapSettings settings, Home home, Outsiders outsiders, EngineRegister register, Clock clock) {
    SecretFile password = new SecretFile(home.secrets().resolve("ldap"));
    return new DirectoryLogin(new Directory(settings, password::read), outsiders, register, clock);
  }

  /** Everybody, wherever they are from. */
  @Bean
  @Primary
  PeopleRegister peopleRegister(EngineRegister register, Optional<DirectoryLogin> directory) {
    return directory.<PeopleRegister>map(found -> found).orElse(register);
  }

  @Bean
  AuthenticationProvider engineLogin(
      ProcessEngine engine, PeopleRegister register, Optional<DirectoryLogin> directory) {
    ProcessEngineConfigurationImpl settings =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return new EngineLogin(
        new EnginePasswords(engine.getIdentityService(), settings.getPasswordManager()),
        register,
        directory);
  }

  @Bean
  TokenDesk tokenDesk(
      EngineRegister accounts,
      PeopleRegister register,
      JdbcTokens tokens,
      TransactionTemplate transaction,
      TokenSettings settings,
      Clock clock) {
    return new EngineTokens(accounts, register, tokens, transaction, settings, clock);
  }

  @Bean(initMethod = "settleIn")
  FirstPeople firstPeople(
      IdentityService identity,
      AuthorizationService authorizations,
      TransactionTemplate transaction,
      Home home) {
    return new FirstPeople(identity, authorizations, transaction, home);
  }
}
