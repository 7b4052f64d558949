package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TCP port behind which one simulated host stands, and how it behaves there: as its faults say,
 * and as a dead one while its machine has not started from its disk.
 */
final class HostPort {
  private enum Manner {
    ANSWERING,
    KEEPING_OUT,
    REFUSING,
    SILENT,
    CLOSED
  }

  private static final Logger LOG = LoggerFactory.getLogger(HostPort.class);

  private final BareMachine machine;
  private final Path folder;
  private final KeyPair key;
  private final LoopbackServer server;
  private final int port;
  private Manner manner = Manner.ANSWERING;
  private ServerSocket deaf;

  /** Opens a port for the host. */
  HostPort(BareMachine machine, KeyPair key, LoopbackServer server) throws IOException {
    this.machine = machine;
    folder = machine.folder();
    this.key = key;
    this.server = server;
    port = server.listen(0);
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  KeyPair key() {
    return key;
  }

  synchronized boolean isSilent() {
    return manner == Manner.SILENT;
  }

  /** Whether nobody gets in, with whatever key. */
  synchronized boolean isKeepingOut() {
    return manner == Manner.KEEPING_OUT;
  }

  /** Looks at the host's faults and its machine, and behaves accordingly from now on. */
  synchronized void followFaults() {
    try {
      Manner wanted = wantedManner();
      if (wanted != manner && manner != Manner.CLOSED) {
        leave();
        enter(wanted);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn(
          "Simulated host {} does not behave as its files say, or port {} is not free: {}",
          folder.getFileName(),
          port,
          e.getMessage());
    }
  }

  /** Gives the port up for good. */
  synchronized void close() {
    try {
      leave();
    } catch (IOException e) {
      LOG.warn("Simulated host {} cannot close port {}", folder.getFileName(), port, e);
    }
    manner = Manner.CLOSED;
  }

  private Manner wantedManner() throws IOException {
    if (!machine.isAnswering() || Files.exists(folder.resolve("faults/refuse"))) {
      return Manner.REFUSING;
    }
    if (Files.exists(folder.resolve("faults/hang"))) {
      return Manner.SILENT;
    }
    return Files.exists(folder.resolve("faults/keep-out")) ? Manner.KEEPING_OUT : Manner.ANSWERING;
  }

  private void leave() throws IOException {
    switch (manner) {
      case ANSWERING, KEEPING_OUT -> server.stopListening(port);
      case SILENT -> {
        deaf.close();
        server.cut(port);
      }
      case REFUSING, CLOSED -> {}
    }
    manner = Manner.REFUSING;
  }

  private void enter(Manner wanted) throws IOException {
    switch (wanted) {
      case ANSWERING -> server.listen(port);
      case KEEPING_OUT -> {
        server.cut(port);
        server.listen(port);
      }
      case SILENT -> deaf = deafSocket();
      case REFUSING, CLOSED -> server.cut(port);
    }
    manner = wanted;
  }

  /** The kernel takes connections for it, and nobody ever reads what comes in. */
  private ServerSocket deafSocket() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    return socket;
  }
}
