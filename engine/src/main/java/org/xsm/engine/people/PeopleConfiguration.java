package org.xsm.engine.people;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.workflows.Home;

/** Logins for everybody, and the first users. */
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {
  @Bean
  AuthenticationProvider engineLogin(IdentityService identity) {
    return new EngineLogin(identity);
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
