package org.xsm.connectors.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.xsm.connectors.files.AtomicFile;

/**
 * An ed25519 key pair in OpenSSH's format: made once, then kept in a file that its owner alone
 * reads.
 *
 * @param comment stands in a new private key, to tell people whose it is
 */
public record KeyFile(Path file, String comment) {
  /**
   * The key pair; a new one when there is no file yet.
   *
   * @throws IOException when the file cannot be read or written
   * @throws GeneralSecurityException when it holds no key
   */
  public KeyPair pair() throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, AtomicFile.PRIVATE, fresh());
    }
    try (InputStream stream = Files.newInputStream(file)) {
      NamedResource name = NamedResource.ofName(file.toString());
      Iterable<KeyPair> loaded = SecurityUtils.loadKeyPairIdentities(null, name, stream, null);
      return first(loaded);
    }
  }

  private KeyPair first(Iterable<KeyPair> loaded) throws GeneralSecurityException {
    Iterator<KeyPair> keys = loaded == null ? null : loaded.iterator();
    if (keys == null || !keys.hasNext()) {
      throw new GeneralSecurityException(file + " holds no private key");
    }
    return keys.next();
  }

  private byte[] fresh() throws IOException, GeneralSecurityException {
    KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, comment, null, out);
    return out.toByteArray();
  }
}
