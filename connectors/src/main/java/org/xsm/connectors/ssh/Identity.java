package org.xsm.connectors.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The manager's own key, by which hosts let it in. In OpenSSH's format, as ssh-keygen writes it,
 * without a passphrase.
 *
 * @param file the private key; the public one lies beside it with {@code .pub} at its end
 */
record Identity(Path file) {
  /** The keys in the file. */
  List<KeyPair> keys() throws SshFailed {
    try (InputStream stream = Files.newInputStream(file)) {
      List<KeyPair> keys = new ArrayList<>();
      Iterable<KeyPair> loaded =
          SecurityUtils.loadKeyPairIdentities(
              null, new PathResource(file), stream, FilePasswordProvider.EMPTY);
      if (loaded != null) {
        loaded.forEach(keys::add);
      }
      return keys;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new SshFailed(
          new SshAnswer.NotAdmitted(
              "Our private key "
                  + file
                  + " cannot be used ("
                  + unusable.getMessage()
                  + "). It must be there, readable, in OpenSSH's format, without a passphrase."));
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Makes a new ed25519 key pair in these files, readable by the owner only.
   *
   * @return the public key as it belongs into a host's {@code authorized_keys}
   */
  String generate() throws IOException, GeneralSecurityException {
    KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    String publicKey = PublicKeyEntry.toString(pair.getPublic()) + " xsm";
    Files.createDirectories(file.getParent());
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            ".identity",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream stream = Files.newOutputStream(fresh)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "xsm", null, stream);
    }
    Files.move(fresh, file);
    Files.writeString(Path.of(file + ".pub"), publicKey + "\n");
    return publicKey;
  }
}
