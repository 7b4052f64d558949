package org.xsm.engine.crash.child;

import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.xsm.connectors.ConnectorsConfiguration;
import org.xsm.engine.camunda.CamundaConfiguration;
import org.xsm.engine.desk.DeskConfiguration;
import org.xsm.engine.people.PeopleConfiguration;
import org.xsm.engine.process.ProcessConfiguration;
import org.xsm.engine.settings.SettingsConfiguration;
import org.xsm.engine.start.StartConfiguration;
import org.xsm.engine.store.StoreConfiguration;
import org.xsm.engine.work.WorkConfiguration;
import org.xsm.routes.RoutesConfiguration;

/**
 * The manager of the built jar without its pages, which starts in half the time: what it has of
 * Spring Boot is named here, in place of looked for. It is meant to be killed.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  CamundaBpmAutoConfiguration.class,
  CamelAutoConfiguration.class
})
@Import({
  StartConfiguration.class,
  SettingsConfiguration.class,
  StoreConfiguration.class,
  CamundaConfiguration.class,
  ProcessConfiguration.class,
  WorkConfiguration.class,
  PeopleConfiguration.class,
  DeskConfiguration.class,
  ConnectorsConfiguration.class,
  RoutesConfiguration.class,
  ChildConfiguration.class
})
public class Child {
  /** The same arguments as the jar's. */
  public static void main(String... args) {
    var context = new SpringApplicationBuilder(Child.class).web(WebApplicationType.NONE).run(args);
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(context.getBean(Slate.class)::start);
  }
}
