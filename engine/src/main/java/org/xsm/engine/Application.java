package org.xsm.engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.xsm.connectors.ConnectorsConfiguration;
import org.xsm.engine.camunda.CamundaConfiguration;
import org.xsm.engine.cockpit.CockpitConfiguration;
import org.xsm.engine.desk.DeskConfiguration;
import org.xsm.engine.people.PeopleConfiguration;
import org.xsm.engine.process.ProcessConfiguration;
import org.xsm.engine.settings.SettingsConfiguration;
import org.xsm.engine.start.StartConfiguration;
import org.xsm.engine.store.StoreConfiguration;
import org.xsm.engine.work.WorkConfiguration;
import org.xsm.routes.RoutesConfiguration;
import org.xsm.webtasks.WebTasksConfiguration;

/** The manager: a table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  StartConfiguration.class,
  SettingsConfiguration.class,
  StoreConfiguration.class,
  CamundaConfiguration.class,
  ProcessConfiguration.class,
  WorkConfiguration.class,
  PeopleConfiguration.class,
  DeskConfiguration.class,
  CockpitConfiguration.class,
  ConnectorsConfiguration.class,
  RoutesConfiguration.class,
  WebTasksConfiguration.class
})
public class Application {
  public static void main(String... args) {
    SpringApplication.run(Application.class, args);
  }
}
