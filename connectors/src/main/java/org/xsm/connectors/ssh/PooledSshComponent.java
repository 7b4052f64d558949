package org.xsm.connectors.ssh;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.component.ssh.SshComponent;
import org.apache.camel.component.ssh.SshConfiguration;

/**
 * Camel's {@code ssh:} component with kept connections: {@code
 * ssh:root@192.168.5.101:22?identity=…&knownHosts=…&knownAs=…}. Camel's own opens a connection for
 * every command, has no limit for a command's time, and cannot send input.
 */
public final class PooledSshComponent extends SshComponent {
  private static final long IDLE_CHECK_SECONDS = 10;

  private final SshConnections connections;
  private ScheduledExecutorService idleWatch;

  public PooledSshComponent(SshSettings settings) {
    connections = new SshConnections(settings);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    SshConfiguration place = new SshConfiguration(new URI("ssh://" + remaining));
    Login login =
        new Login(
            place.getHost(),
            place.getPort(),
            place.getUsername(),
            Path.of(getAndRemoveParameter(parameters, "identity", String.class)),
            Path.of(getAndRemoveParameter(parameters, "knownHosts", String.class)),
            getAndRemoveParameter(parameters, "knownAs", String.class));
    return new PooledSshEndpoint(uri, this, place, login);
  }

  SshConnections connections() {
    return connections;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    connections.start();
    idleWatch =
        getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadScheduledExecutor(this, "ssh-idle");
    idleWatch.scheduleWithFixedDelay(
        connections::closeIdle, IDLE_CHECK_SECONDS, IDLE_CHECK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  protected void doStop() throws Exception {
    getCamelContext().getExecutorServiceManager().shutdown(idleWatch);
    connections.stop();
    super.doStop();
  }
}
