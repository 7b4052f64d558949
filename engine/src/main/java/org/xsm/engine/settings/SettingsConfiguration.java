package org.xsm.engine.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The engine's own settings, and the check that there are no others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  LimitsSettings.class,
  PlanSettings.class,
  ApprovalSettings.class,
  RainyDaySettings.class,
  TransferSettings.class,
  AuditSettings.class,
  DatabaseSettings.class
})
public class SettingsConfiguration {
  @Bean
  static KnownSettings knownSettings(ConfigurableEnvironment environment) {
    return new KnownSettings(environment);
  }
}
