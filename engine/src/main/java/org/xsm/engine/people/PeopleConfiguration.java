package org.xsm.engine.people;

import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
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
  AuthenticationProvider engineLogin(IdentityService identity, EngineRegister register) {
    return new EngineLogin(identity, register);
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
