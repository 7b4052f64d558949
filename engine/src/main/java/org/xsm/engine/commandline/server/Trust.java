package org.xsm.engine.commandline.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;

/** Whose certificates are believed. */
final class Trust {
  private Trust() {}

  /** The authorities of the file, else those of Java; none where nothing is sent by TLS. */
  static SSLContext of(Address address, Optional<Path> authorities) {
    try {
      if (authorities.isPresent()) {
        return only(authorities.get());
      }
      return address.root().getScheme().equalsIgnoreCase("https")
          ? SSLContext.getDefault()
          : context(new TrustManager[0]);
    } catch (GeneralSecurityException | IOException unreadable) {
      throw new Ending(
          ExitCode.ERROR,
          authorities.map(file -> "The certificates of " + file).orElse("Java's certificates")
              + " cannot be read: "
              + unreadable.getMessage());
    }
  }

  /** The authorities of this file, one or several certificates in PEM, and nobody else. */
  private static SSLContext only(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate each : certificates(file)) {
      store.setCertificateEntry("authority-" + store.size(), each);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return context(trust.getTrustManagers());
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (all.isEmpty()) {
        throw new IOException("there is none in it");
      }
      return all;
    }
  }

  /** Java would read all its certificates, which takes a while, only to send nothing by TLS. */
  private static SSLContext context(TrustManager[] trusted) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[0], trusted, null);
    return context;
  }
}
