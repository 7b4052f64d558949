package org.xsm.connectors.simulated;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.workflows.Home;

/**
 * Puts the simulated site where the hosts would be, unless {@code xsm.hosts.mode} says otherwise.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "xsm.hosts.mode", havingValue = "simulated", matchIfMissing = true)
@EnableConfigurationProperties(SimulatedSettings.class)
public class SimulatedConfiguration {
  @Bean
  SimulatedSite simulatedSite(Home home, SimulatedSettings settings, Clock clock) {
    return new SimulatedSite(home, settings, clock);
  }

  @Bean
  SimulatedMachines simulatedMachines(SimulatedSite site, SimulatedSettings settings) {
    return new SimulatedMachines(site, settings);
  }
}
