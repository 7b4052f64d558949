package org.xsm.webtasks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.xsm.workflows.Home;
import org.xsm.workflows.forecast.Forecasts;
import org.xsm.workflows.people.GuestBook;

/** The web column on a real port, with stand-ins for everything that the roof gives it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WebTasksConfiguration.class)
class TestApplication {
  static final String PASSWORD = "secret";

  @Bean
  FakeSite site() {
    return new FakeSite();
  }

  @Bean
  FakeRuns runs() {
    return new FakeRuns();
  }

  @Bean
  FakeInbox inbox() {
    return new FakeInbox();
  }

  @Bean
  FakeMachines machines() {
    return new FakeMachines();
  }

  @Bean
  Forecasts forecasts(FakeRuns runs) {
    return runs::forecast;
  }

  @Bean
  FakeIncidents incidents() {
    return new FakeIncidents();
  }

  @Bean
  FakeViews views() {
    return new FakeViews();
  }

  @Bean
  FakeControl control() {
    return new FakeControl();
  }

  @Bean
  FakeTokens tokens() {
    return new FakeTokens();
  }

  @Bean
  FakeRegister register() {
    return new FakeRegister();
  }

  @Bean
  GuestBook guests() {
    return (source, person) -> Optional.of(person);
  }

  @Bean
  FakeAudit auditLog() {
    return new FakeAudit();
  }

  @Bean
  Home home() {
    return new Home(Path.of("/srv/xsm-home"));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  AuthenticationProvider people() {
    return new DaoAuthenticationProvider(
        new InMemoryUserDetailsManager(
            person("admin"), person("operator"), person("approver"), person("viewer")));
  }

  private static UserDetails person(String name) {
    return User.withUsername(name).password("{noop}" + PASSWORD).roles(name).build();
  }
}
