package org.xsm.engine.people;

import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.engine.store.JdbcTokens;
import org.xsm.workflows.Home;
import org.xsm.workflows.people.TokenDesk;

/** Logins for everybody, and the first users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
public class PeopleConfiguration {
  @Bean
  EngineRegister peopleRegister(IdentityService identity) {
    return new EngineRegister(identity);
  }

  @Bean
  AuthenticationProvider engineLogin(ProcessEngine engine, EngineRegister register) {
    ProcessEngineConfigurationImpl settings =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return new EngineLogin(
        new EnginePasswords(engine.getIdentityService(), settings.getPasswordManager()), register);
  }

  @Bean
  TokenDesk tokenDesk(
      EngineRegister register,
      JdbcTokens tokens,
      TransactionTemplate transaction,
      TokenSettings settings,
      Clock clock) {
    return new EngineTokens(register, tokens, transaction, settings, clock);
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
