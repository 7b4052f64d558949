package org.xsm.workflows.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Gives each VM the UUID by which its domain is known for ours: a name-based UUID (RFC 9562,
 * version 5) of the VM's set and name within this installation. The same VM always has the same
 * UUID, so that a plan that is made again, or a create that is done again after a crash, can never
 * mean a second VM.
 *
 * @param installation distinguishes our VMs from those of another manager on the same hosts
 */
public record Identity(UUID installation) {
  /** The UUID of this VM. */
  public UUID of(SetName set, VmName vm) {
    byte[] name = (set.value() + "/" + vm.value()).getBytes(StandardCharsets.UTF_8);
    ByteBuffer hashed =
        ByteBuffer.wrap(
            sha1(
                ByteBuffer.allocate(16 + name.length)
                    .putLong(installation.getMostSignificantBits())
                    .putLong(installation.getLeastSignificantBits())
                    .put(name)
                    .array()));
    long most = hashed.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
    long least = hashed.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new UUID(most, least);
  }

  /** The UUID of this VM of this set: the one that it was adopted with, else its own. */
  public UUID of(SetName set, Vm vm) {
    return vm.adopted().orElseGet(() -> of(set, vm.name()));
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
