package org.xsm.connectors.ssh;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.xsm.workflows.site.HostAddress;

/** The product's own SSH, started without Spring, for a door that can be exchanged. */
public final class SshLab implements AutoCloseable {
  public static final HostAddress HOST = new HostAddress("192.168.5.101");

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final CamelSsh ssh;

  public SshLab(Doors doors) {
    this(doors, settings());
  }

  public SshLab(Doors doors, SshSettings settings) {
    camel.addComponent("ssh", new PooledSshComponent(settings));
    camel.start();
    ssh = new CamelSsh(doors, camel);
  }

  public static SshSettings settings() {
    return settings(Duration.ofMinutes(5));
  }

  static SshSettings settings(Duration idleTimeout) {
    return new SshSettings(
        "root",
        22,
        "",
        "",
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        idleTimeout,
        Map.of());
  }

  public Ssh ssh() {
    return ssh;
  }

  public SshAnswer run(String command) {
    return ssh.run(HOST, SshRequest.of(command, Duration.ofSeconds(20)));
  }

  @Override
  public void close() {
    camel.stop();
  }
}
