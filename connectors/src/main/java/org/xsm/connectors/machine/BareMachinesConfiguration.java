package org.xsm.connectors.machine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.BootServerSettings;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.ServerShell;
import org.xsm.connectors.bootserver.SshShell;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.power.Power;
import org.xsm.connectors.power.PowerSettings;
import org.xsm.connectors.pxe.BootMenus;
import org.xsm.connectors.pxe.DhcpServer;
import org.xsm.connectors.pxe.DhcpSettings;
import org.xsm.connectors.pxe.Dhcpd;
import org.xsm.connectors.pxe.Dnsmasq;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.systemimager.ImageServer;
import org.xsm.connectors.systemimager.ImageSettings;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.machine.MachineRack;

/** Puts together what bare machines need, where the hosts are real. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "xsm.hosts.mode", havingValue = "real")
public class BareMachinesConfiguration {
  @Bean
  BootServer bootServer(BootServerSettings settings, Ssh ssh) {
    ServerShell here = new LocalShell(settings.limit());
    return new BootServer(
        settings
            .findHost()
            .<ServerShell>map(host -> new SshShell(ssh, host, settings.limit()))
            .orElse(here));
  }

  @Bean
  DhcpServer dhcpServer(BootServer server, DhcpSettings settings) {
    return settings.server() == DhcpSettings.Server.DHCPD
        ? new Dhcpd(server, settings)
        : new Dnsmasq(server, settings);
  }

  @Bean
  BootMenus bootMenus(BootServer server, MenuSettings settings) {
    return new BootMenus(server, settings);
  }

  @Bean
  ImageServer imageServer(
      BootServer server, ImageSettings settings, CastSettings casts, BootServerSettings where) {
    return new ImageServer(server, settings.servedAt(where.findHost()), casts);
  }

  @Bean
  Power power(PowerSettings settings, Home home, BootServer server, Ssh ssh) {
    return new Power(settings, home, server, ssh);
  }

  @Bean
  Imaging imaging(ImageServer images, Home home, Doors doors) {
    return new Imaging(images, new MachineKeys(home.secrets().resolve("hosts"), doors));
  }

  @Bean
  MachineConnector bareMachines(DhcpServer dhcp, BootMenus menus, Imaging images, Power power) {
    return new BareMachines(dhcp, menus, images, power);
  }

  /** Real machines stand where they stand. */
  @Bean
  MachineRack machineRack() {
    return machines -> {};
  }
}
