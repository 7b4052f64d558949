package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.connectors.ssh.Doors;
import org.xsm.workflows.Home;

class SimulatedConfigurationTest {
  @TempDir Path folder;

  private ApplicationContextRunner manager() {
    return new ApplicationContextRunner()
        .withBean(Home.class, () -> new Home(folder))
        .withBean(Clock.class, Clock::systemUTC)
        .withUserConfiguration(SimulatedConfiguration.class);
  }

  @Test
  void the_site_is_simulated_unless_it_is_said_to_be_real() {
    manager().run(context -> assertThat(context).hasSingleBean(Doors.class));
    manager()
        .withPropertyValues("xsm.hosts.mode=simulated")
        .run(context -> assertThat(context).hasSingleBean(SimulatedSite.class));
    manager()
        .withPropertyValues("xsm.hosts.mode=real")
        .run(context -> assertThat(context).doesNotHaveBean(Doors.class));
  }

  @Test
  void settings_have_their_defaults() {
    manager()
        .run(
            context ->
                assertThat(context.getBean(SimulatedSettings.class))
                    .isEqualTo(SimulatedSettings.defaults()));
  }

  @Test
  void every_setting_can_be_set() {
    manager()
        .withPropertyValues(
            "xsm.simulated.memory=2048",
            "xsm.simulated.dom0-memory=512",
            "xsm.simulated.cpus=2",
            "xsm.simulated.create-time=1500ms",
            "xsm.simulated.shutdown-time=3s",
            "xsm.simulated.acknowledge-time=2s",
            "xsm.simulated.migrate-time=4s",
            "xsm.simulated.install-time=5s",
            "xsm.simulated.cast-wait=6s",
            "xsm.simulated.images=xen-base,xen-old",
            "xsm.simulated.xm-hosts=192.168.5.103,192.168.5.104")
        .run(
            context ->
                assertThat(context.getBean(SimulatedSettings.class))
                    .isEqualTo(
                        new SimulatedSettings(
                            2048,
                            512,
                            2,
                            Duration.ofMillis(1500),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(6),
                            List.of("xen-base", "xen-old"),
                            List.of("192.168.5.103", "192.168.5.104"))));
  }

  @Test
  void bare_machines_stand_in_a_simulated_site_only() {
    manager().run(context -> assertThat(context).hasSingleBean(SimulatedMachines.class));
    manager()
        .withPropertyValues("xsm.hosts.mode=real")
        .run(context -> assertThat(context).doesNotHaveBean(SimulatedMachines.class));
  }

  @Test
  void a_setting_that_cannot_be_is_refused_by_name() {
    manager()
        .withPropertyValues("xsm.simulated.memory=100")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining(
                        "xsm.simulated.memory is 100; set it to 1088 or more"));
    manager()
        .withPropertyValues("xsm.simulated.images=xen-base,boot")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("xsm.simulated.images: 'boot'"));
  }
}
