package org.xsm.engine.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A door before a manager, as a proxy is one: TLS outside, with a certificate signed by itself. */
final class TlsDoor implements AutoCloseable {
  private static final char[] SECRET = "a test".toCharArray();

  private final ServerSocket outside;
  private final int inside;
  private final Path certificate;
  private final ExecutorService carriers = Executors.newCachedThreadPool();

  private TlsDoor(ServerSocket outside, int inside, Path certificate) {
    this.outside = outside;
    this.inside = inside;
    this.certificate = certificate;
  }

  /** Opens a door before this port, with a key made in this folder. */
  static TlsDoor before(int port, Path folder) {
    Path store = folder.resolve("door.p12");
    Path certificate = folder.resolve("door.pem");
    keytool(
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=door", "-ext", "san=ip:127.0.0.1"),
        store);
    keytool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), store);
    try {
      ServerSocket outside =
          context(store)
              .getServerSocketFactory()
              .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
      TlsDoor door = new TlsDoor(outside, port, certificate);
      door.carriers.execute(door::open);
      return door;
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void keytool(List<String> words, Path store) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ProcessBuilder process = new ProcessBuilder(keytool.toString());
    process.command().addAll(words);
    process.command().addAll(List.of("-alias", "door", "-keystore", store.toString()));
    process.command().addAll(List.of("-storepass", new String(SECRET)));
    try {
      if (process.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool has failed");
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), SECRET);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SECRET);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  String address() {
    return "https://127.0.0.1:" + outside.getLocalPort();
  }

  String certificate() {
    return certificate.toString();
  }

  private void open() {
    try {
      while (true) {
        Socket caller = outside.accept();
        Socket manager = new Socket(InetAddress.getLoopbackAddress(), inside);
        carriers.execute(() -> carry(caller, manager));
        carriers.execute(() -> carry(manager, caller));
      }
    } catch (IOException closed) {
      carriers.shutdown();
    }
  }

  private static void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException gone) {
      // Whoever is at the other end notices it, too.
    }
  }

  @Override
  public void close() {
    try {
      outside.close();
      Files.deleteIfExists(certificate);
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }
}
