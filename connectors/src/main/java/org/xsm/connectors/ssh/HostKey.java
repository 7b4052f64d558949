package org.xsm.connectors.ssh;

import java.util.Objects;

/**
 * The key pair by which a machine's SSH server is to be known, as OpenSSH's files hold it.
 *
 * @param privateKey the text of {@code ssh_host_ed25519_key}; nobody but the machine may have it
 * @param publicKey the line of {@code ssh_host_ed25519_key.pub}, with its end
 */
public record HostKey(String privateKey, String publicKey) {
  public HostKey {
    Objects.requireNonNull(privateKey);
    Objects.requireNonNull(publicKey);
  }

  /** Without what is secret, for whoever writes it somewhere. */
  @Override
  public String toString() {
    return "HostKey[" + publicKey.strip() + "]";
  }
}
