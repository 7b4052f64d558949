package org.xsm.connectors.simulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/**
 * One SSH server for all simulated hosts: it listens on a port of the loopback address for each, so
 * that hundreds of hosts share a few threads. Which host a session means follows from the port that
 * it came to.
 */
final class LoopbackServer extends SshServer {
  /** What sshd allows on one connection when nobody has configured it: MaxSessions 10. */
  private static final int CHANNELS_OF_A_SESSION = 10;

  /**
   * One for each time that a port was opened. With one for all ports, whoever closes a port and
   * opens it again at once leaves a thread behind that tries to accept on the closed one for ever:
   * it asks its acceptor whether the address is still open, and it is.
   */
  private final List<IoAcceptor> acceptors = new ArrayList<>();

  static LoopbackServer create() {
    LoopbackServer server =
        (LoopbackServer) ServerBuilder.builder().factory(LoopbackServer::new).build();
    server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
    CoreModuleProperties.NIO_WORKERS.set(server, 4);
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS_OF_A_SESSION);
    return server;
  }

  /** The port that a session came to. */
  static int portOf(SessionContext session) {
    return ((InetSocketAddress) session.getLocalAddress()).getPort();
  }

  /**
   * Listens on one more port.
   *
   * @param wanted a port, or 0 for any free one
   * @return the port
   */
  synchronized int listen(int wanted) throws IOException {
    if (!isStarted()) {
      setPort(wanted);
      start();
      acceptors.add(acceptor);
      return getPort();
    }
    IoAcceptor fresh = createAcceptor();
    fresh.bind(at(wanted));
    acceptors.add(fresh);
    return ((InetSocketAddress) fresh.getBoundAddresses().iterator().next()).getPort();
  }

  /** Listens on this port no longer. */
  synchronized void stopListening(int port) {
    acceptors.forEach(each -> each.unbind(at(port)));
    acceptors.removeIf(
        each -> each.getBoundAddresses().isEmpty() && each.getManagedSessions().isEmpty());
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Cuts the connections that came to this port. */
  synchronized void cut(int port) {
    acceptors.stream()
        .flatMap(each -> each.getManagedSessions().values().stream())
        .map(session -> AbstractSession.getSession(session, true))
        .filter(session -> session != null && portOf(session) == port)
        .forEach(session -> session.close(true));
  }
}
