package org.xsm.connectors.systemimager;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;

/**
 * Listens to what installers report of themselves, as SystemImager's {@code si_monitord} does:
 * anybody may connect, say one line, and is believed as little as {@link MonitorLine} says. One
 * that says nothing, too much, or too slowly is hung up on, and more at once than can be heard are
 * turned away; installers go on without.
 */
public final class MonitorServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MonitorServer.class);
  private static final int HEARD_AT_ONCE = 16;
  private static final int WAITING = 512;
  private static final int LONGEST = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ServerSocket socket;
  private final Consumer<Sighting> listener;
  private final ThreadPoolExecutor ears =
      new ThreadPoolExecutor(
          HEARD_AT_ONCE,
          HEARD_AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          MonitorServer::daemon);

  private MonitorServer(ServerSocket socket, Consumer<Sighting> listener) {
    this.socket = socket;
    this.listener = listener;
    ears.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins to listen.
   *
   * @param address where; installers are told port 8181 by default
   * @param listener is told each sighting, by several threads
   */
  public static MonitorServer listen(InetSocketAddress address, Consumer<Sighting> listener)
      throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address, WAITING);
    MonitorServer server = new MonitorServer(socket, listener);
    daemon(server::accept).start();
    return server;
  }

  /** The port that it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        hear(socket.accept());
      } catch (SocketException closed) {
        LOG.debug("The monitor's socket was closed", closed);
      } catch (IOException broken) {
        LOG.warn("A report could not be taken", broken);
      }
    }
  }

  private void hear(Socket installer) throws IOException {
    try {
      ears.execute(() -> report(installer));
    } catch (RejectedExecutionException tooMany) {
      installer.close();
    }
  }

  private void report(Socket installer) {
    try (installer) {
      installer.setSoTimeout((int) PATIENCE.toMillis());
      String line = line(installer.getInputStream(), System.nanoTime() + PATIENCE.toNanos());
      BootLog.address(installer.getInetAddress().getHostAddress())
          .flatMap(peer -> MonitorLine.read(peer, line))
          .ifPresent(listener);
    } catch (IOException hungUp) {
      LOG.debug("A report broke off", hungUp);
    }
  }

  /** What comes until the line or the connection ends, or patience does. */
  private static String line(InputStream stream, long deadline) throws IOException {
    byte[] octets = new byte[LONGEST + 1];
    int count = 0;
    int next = stream.read();
    while (next >= 0 && next != '\n' && count < octets.length && System.nanoTime() < deadline) {
      octets[count++] = (byte) next;
      next = stream.read();
    }
    return new String(octets, 0, count, StandardCharsets.UTF_8);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "installers-monitor");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    ears.shutdownNow();
  }
}
