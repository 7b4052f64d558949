package org.xsm.connectors;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.xsm.connectors.bootserver.BootServerSettings;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.machine.BareMachinesConfiguration;
import org.xsm.connectors.power.PowerSettings;
import org.xsm.connectors.pxe.DhcpSettings;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.connectors.simulated.SimulatedConfiguration;
import org.xsm.connectors.ssh.CamelSsh;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.PooledSshComponent;
import org.xsm.connectors.ssh.RealDoors;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.ssh.SshSettings;
import org.xsm.connectors.systemimager.ImageSettings;
import org.xsm.connectors.watch.WatchConfiguration;
import org.xsm.connectors.watch.WatchSettings;
import org.xsm.connectors.xen.HostCopies;
import org.xsm.connectors.xen.HostShell;
import org.xsm.connectors.xen.HostsSettings;
import org.xsm.connectors.xen.Toolstacks;
import org.xsm.connectors.xen.XenConnector;
import org.xsm.connectors.xen.XenHosts;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.Connector;
import org.xsm.workflows.command.SiteCopies;
import org.xsm.workflows.observation.HostObserver;

/** What touches the world, put together: the ports' implementations for Xen hosts behind SSH. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  SshSettings.class,
  HostsSettings.class,
  BootServerSettings.class,
  DhcpSettings.class,
  MenuSettings.class,
  ImageSettings.class,
  CastSettings.class,
  PowerSettings.class,
  WatchSettings.class
})
@Import({SimulatedConfiguration.class, BareMachinesConfiguration.class, WatchConfiguration.class})
public class ConnectorsConfiguration {
  /** Takes the place of Camel's own {@code ssh:} component, by its name. */
  @Bean("ssh")
  PooledSshComponent sshComponent(SshSettings settings) {
    return new PooledSshComponent(settings);
  }

  @Bean(initMethod = "prepare")
  @ConditionalOnProperty(name = "xsm.hosts.mode", havingValue = "real")
  RealDoors realDoors(SshSettings ssh, HostsSettings hosts, Home home) {
    return new RealDoors(ssh, home, hosts.directory());
  }

  @Bean
  Ssh camelSsh(Doors doors, CamelContext camel) {
    return new CamelSsh(doors, camel);
  }

  @Bean
  HostShell hostShell(Ssh ssh, Doors doors) {
    return new HostShell(ssh, doors);
  }

  @Bean
  Toolstacks toolstacks(HostsSettings hosts, HostShell shell, SshSettings ssh) {
    return new Toolstacks(hosts, shell, ssh.commandTimeout());
  }

  @Bean
  HostObserver xenHosts(HostShell shell, Toolstacks toolstacks, SshSettings ssh) {
    return new XenHosts(shell, toolstacks, ssh.commandTimeout());
  }

  @Bean
  SiteCopies siteCopies(HostShell shell, SshSettings ssh) {
    return new HostCopies(shell, ssh.commandTimeout());
  }

  @Bean
  Connector xenConnector(
      HostShell shell,
      Toolstacks toolstacks,
      SshSettings ssh,
      HostsSettings hosts,
      ObjectProvider<Clock> clock) {
    return new XenConnector(
        shell,
        toolstacks,
        hosts.limits(ssh.commandTimeout()),
        clock.getIfAvailable(Clock::systemUTC));
  }
}
