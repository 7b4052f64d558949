package org.xsm.connectors.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hosts' public keys that we know, from a file in OpenSSH's format (sshd(8), "SSH_KNOWN_HOSTS
 * FILE FORMAT"): several lines for one host, hashed names, comments, and {@code @revoked}. Names
 * match exactly: patterns and certificate authorities are not used.
 */
final class KnownHosts {
  /** What the file says of a key that a host shows. */
  enum Verdict {
    KNOWN,
    /** There are keys for the host, and this is none of them. */
    DIFFERENT,
    /** There is no key for the host. */
    UNKNOWN,
    REVOKED
  }

  private final List<Line> lines;

  private KnownHosts(List<Line> lines) {
    this.lines = lines;
  }

  /** The file as it is now; a file that is not there knows nobody. */
  static KnownHosts read(Path file) throws IOException {
    return Files.exists(file)
        ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        : parse("");
  }

  static KnownHosts parse(String text) {
    return new KnownHosts(text.lines().map(Line::parse).flatMap(Optional::stream).toList());
  }

  /** The kinds of key that are known for the host, such as {@code ssh-ed25519}. */
  Set<String> keyTypes(String host) {
    return lines.stream()
        .filter(line -> !line.revoked && line.names(host))
        .map(line -> line.keyType)
        .collect(Collectors.toSet());
  }

  Verdict judge(String host, String keyType, String key) {
    List<Line> sameKey =
        lines.stream().filter(line -> line.names(host) && line.holds(keyType, key)).toList();
    if (sameKey.stream().anyMatch(Line::revoked)) {
      return Verdict.REVOKED;
    }
    if (!sameKey.isEmpty()) {
      return Verdict.KNOWN;
    }
    return keyTypes(host).isEmpty() ? Verdict.UNKNOWN : Verdict.DIFFERENT;
  }

  /** Whether a name in a line, plain or hashed, is this host's. */
  static boolean isNamed(String name, String host) {
    return name.equalsIgnoreCase(host) || Line.isHash(name, host);
  }

  /**
   * One line.
   *
   * @param key the key's own bytes in Base64
   */
  private record Line(boolean revoked, List<String> hosts, String keyType, String key) {
    private static final String REVOKED = "@revoked";

    static Optional<Line> parse(String text) {
      if (text.isBlank() || text.stripLeading().startsWith("#")) {
        return Optional.empty();
      }
      String[] words = text.strip().split("\\s+");
      int first = words[0].startsWith("@") ? 1 : 0;
      boolean revoked = words[0].equals(REVOKED);
      if (words.length < first + 3 || (first == 1 && !revoked)) {
        return Optional.empty();
      }
      List<String> hosts = Arrays.asList(words[first].split(","));
      return Optional.of(new Line(revoked, hosts, words[first + 1], words[first + 2]));
    }

    boolean names(String host) {
      return hosts.stream().anyMatch(name -> isNamed(name, host));
    }

    boolean holds(String otherType, String otherKey) {
      return keyType.equals(otherType) && key.equals(otherKey);
    }

    /** {@code |1|SALT|HASH}: HMAC-SHA1 of the name, keyed with the salt, both in Base64. */
    private static boolean isHash(String name, String host) {
      String[] parts = name.split("\\|");
      if (parts.length != 4 || !parts[0].isEmpty() || !parts[1].equals("1")) {
        return false;
      }
      try {
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(hmac(salt, host), Base64.getDecoder().decode(parts[3]));
      } catch (IllegalArgumentException notBase64) {
        return false;
      }
    }

    private static byte[] hmac(byte[] salt, String host) {
      try {
        Mac sha1 = Mac.getInstance("HmacSHA1");
        sha1.init(new SecretKeySpec(salt, "HmacSHA1"));
        return sha1.doFinal(host.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java has HmacSHA1", impossible);
      }
    }
  }
}
