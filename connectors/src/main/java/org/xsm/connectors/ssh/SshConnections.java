package org.xsm.connectors.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** All kept connections, and the one SSH client that they share. */
final class SshConnections {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int HEARTBEATS_MISSED = 3;

  private final SshSettings settings;
  private final SshClient client = SshClient.setUpDefaultClient();
  private final Set<SshConnection> kept = ConcurrentHashMap.newKeySet();

  SshConnections(SshSettings settings) {
    this.settings = settings;
    trustOnlyWhatWeWereGiven();
    tune();
  }

  /** May be called again: Camel lets a second caller in while the first still starts us. */
  synchronized void start() {
    client.start();
  }

  void stop() {
    client.stop();
  }

  SshConnection to(Login login) {
    start();
    SshConnection connection =
        new SshConnection(
            new SshLogin(client, login, settings.connectTimeout(), settings.loginTimeout()));
    kept.add(connection);
    return connection;
  }

  void close(SshConnection connection) {
    kept.remove(connection);
    connection.close();
  }

  void closeIdle() {
    kept.forEach(connection -> connection.closeIfIdle(settings.idleTimeout()));
  }

  /** No ~/.ssh, no agent, no password. */
  private void trustOnlyWhatWeWereGiven() {
    HostKeyGuard guard = new HostKeyGuard();
    client.setServerKeyVerifier(guard);
    client.addSessionListener(guard);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setAgentFactory(null);
  }

  private void tune() {
    // Nagle's algorithm costs 40 ms for each command.
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, HEARTBEATS_MISSED);
    // Idle connections are closed by us, who know whether a command runs.
    CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
  }
}
