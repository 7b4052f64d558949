package org.xsm.connectors.simulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      return getPort();
    }
    Set<SocketAddress> before = new HashSet<>(getBoundAddresses());
    acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    Set<SocketAddress> added = new HashSet<>(getBoundAddresses());
    added.removeAll(before);
    return ((InetSocketAddress) added.iterator().next()).getPort();
  }

  /** Listens on this port no longer. */
  synchronized void stopListening(int port) {
    acceptor.unbind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** Cuts the connections that came to this port. */
  void cut(int port) {
    List<AbstractSession> sessions = getActiveSessions();
    for (AbstractSession session : sessions) {
      if (portOf(session) == port) {
        session.close(true);
      }
    }
  }
}
