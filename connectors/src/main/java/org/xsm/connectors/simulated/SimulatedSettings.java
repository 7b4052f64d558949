package org.xsm.connectors.simulated;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.InvalidValue;

/**
 * What a simulated host is like when it is seen for the first time. A host that exists already
 * keeps what lies in its folder.
 *
 * @param memory the host's memory, MiB
 * @param dom0Memory what Domain-0 has of it, MiB
 * @param cpus physical CPUs
 * @param createTime how long {@code xl create} takes
 * @param shutdownTime how long a guest takes to stop after it was asked
 * @param acknowledgeTime how long {@code xl shutdown} waits for a guest that does not listen
 * @param migrateTime how long a migration takes for each GiB of the guest's memory
 * @param installTime how long a bare machine takes from its start to a Xen host
 * @param castWait how long machines that get an image together wait for each other
 * @param images what bare machines can be installed with
 * @param xmHosts addresses of hosts that have {@code xm} in place of {@code xl}
 */
@ConfigurationProperties("xsm.simulated")
public record SimulatedSettings(
    @DefaultValue("16384") int memory,
    @DefaultValue("1024") int dom0Memory,
    @DefaultValue("8") int cpus,
    @DefaultValue("400ms") Duration createTime,
    @DefaultValue("1s") Duration shutdownTime,
    @DefaultValue("60s") Duration acknowledgeTime,
    @DefaultValue("10s") Duration migrateTime,
    @DefaultValue("4s") Duration installTime,
    @DefaultValue("2s") Duration castWait,
    @DefaultValue("xen-base") List<String> images,
    @DefaultValue List<String> xmHosts) {
  public SimulatedSettings {
    images = List.copyOf(images);
    images.forEach(SimulatedSettings::image);
    xmHosts = List.copyOf(xmHosts);
    atLeast("xsm.simulated.dom0-memory", dom0Memory, 64);
    atLeast("xsm.simulated.memory", memory, dom0Memory + 64);
    atLeast("xsm.simulated.cpus", cpus, 1);
    notNegative("xsm.simulated.create-time", createTime);
    notNegative("xsm.simulated.shutdown-time", shutdownTime);
    notNegative("xsm.simulated.acknowledge-time", acknowledgeTime);
    notNegative("xsm.simulated.migrate-time", migrateTime);
    notNegative("xsm.simulated.install-time", installTime);
    notNegative("xsm.simulated.cast-wait", castWait);
  }

  /** The settings when nobody has set anything. */
  public static SimulatedSettings defaults() {
    return new SimulatedSettings(
        16384,
        1024,
        8,
        Duration.ofMillis(400),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        List.of("xen-base"),
        List.of());
  }

  private static void atLeast(String setting, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          setting + " is " + value + "; set it to " + least + " or more");
    }
  }

  private static void image(String name) {
    try {
      new ImageName(name);
    } catch (InvalidValue e) {
      throw new IllegalArgumentException(
          "xsm.simulated.images: " + e.getMessage() + ". " + e.advice(), e);
    }
  }

  private static void notNegative(String setting, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(setting + " is negative; set it to 0s or more");
    }
  }
}
