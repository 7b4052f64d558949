package org.xsm.connectors.simulated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The ed25519 keys of the simulated site, in OpenSSH's formats: made once, kept in files. */
final class SiteKeys {
  private SiteKeys() {}

  /** The key in this file; a new one, readable by its owner only, when there is none. */
  static KeyPair at(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, AtomicFile.PRIVATE, fresh());
    }
    try (InputStream in = Files.newInputStream(file)) {
      NamedResource name = NamedResource.ofName(file.toString());
      return SecurityUtils.loadKeyPairIdentities(null, name, in, null).iterator().next();
    }
  }

  private static byte[] fresh() throws IOException, GeneralSecurityException {
    KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "xsm-simulated-site", null, out);
    return out.toByteArray();
  }

  /** Makes this the one line of {@code known_hosts} about the host. */
  static void makeKnown(Path knownHosts, String host, KeyPair key) throws IOException {
    String line = host + " " + PublicKeyEntry.toString(key.getPublic());
    List<String> known = Files.exists(knownHosts) ? Files.readAllLines(knownHosts) : List.of();
    if (!known.contains(line)) {
      Stream<String> others = known.stream().filter(other -> !other.startsWith(host + " "));
      List<String> lines = Stream.concat(others, Stream.of(line)).toList();
      AtomicFile.write(knownHosts, AtomicFile.PUBLIC, String.join("\n", lines) + "\n");
    }
  }
}
