package org.xsm.connectors.watch;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LogTail;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.workflows.Home;

/** Lets bare machines be watched, where the hosts are real. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "xsm.hosts.mode", havingValue = "real")
public class WatchConfiguration {
  @Bean
  WatchedLogs watchedLogs(BootServer server, WatchSettings settings, MenuSettings menu) {
    return new WatchedLogs(new LogTail(server), LogReaders.of(settings, menu));
  }

  @Bean
  WatchedMachines machineWatch(WatchedLogs logs, Home home, ObjectProvider<Clock> clock) {
    return new WatchedMachines(
        logs, home.data().resolve("machines"), clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  WatchRounds watchRounds(
      WatchedMachines machines, WatchSettings settings, ObjectProvider<Clock> clock) {
    return new WatchRounds(
        machines, settings, new Warnings(clock.getIfAvailable(Clock::systemUTC)));
  }
}
