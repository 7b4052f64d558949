package org.xsm.connectors.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * Decides, for one connection, whether the host is the one that known_hosts names, and remembers
 * why not. Reads the file afresh, so that an added key counts at the next connection.
 */
final class HostKeyCheck {
  static final AttributeKey<HostKeyCheck> KEY = new AttributeKey<>();

  private final Login login;
  private final KnownHosts known;
  private volatile String refusal = "";

  private HostKeyCheck(Login login, KnownHosts known) {
    this.login = login;
    this.known = known;
  }

  static HostKeyCheck of(Login login) throws SshFailed {
    try {
      return new HostKeyCheck(login, KnownHosts.read(login.knownHosts()));
    } catch (IOException unreadable) {
      throw new SshFailed(
          new SshAnswer.NotAdmitted(
              "The known hosts in "
                  + login.knownHosts()
                  + " cannot be read ("
                  + unreadable.getMessage()
                  + "). Make the file readable for the manager."));
    }
  }

  /**
   * The host key algorithms that we ask for: those of the keys that we know, so that the host does
   * not show us another of its keys. Where none is known, all, to be able to tell the fingerprint.
   *
   * @param offered names separated by commas, in the order of preference
   */
  String algorithms(String offered) {
    Set<String> types = known.keyTypes(login.knownAs());
    String wanted =
        Arrays.stream(offered.split(","))
            .filter(algorithm -> types.contains(KeyUtils.getCanonicalKeyType(algorithm)))
            .collect(Collectors.joining(","));
    return wanted.isEmpty() ? offered : wanted;
  }

  boolean admits(PublicKey key) {
    String[] entry = PublicKeyEntry.toString(key).split(" ");
    KnownHosts.Verdict verdict = known.judge(login.knownAs(), entry[0], entry[1]);
    if (verdict != KnownHosts.Verdict.KNOWN) {
      refusal = refusal(verdict, entry[0] + " key " + fingerprint(key));
    }
    return verdict == KnownHosts.Verdict.KNOWN;
  }

  /** Why the host's key was refused, if it was. */
  Optional<String> refusal() {
    return Optional.of(refusal).filter(text -> !text.isEmpty());
  }

  /** What to say when the host has no key of a kind that we know. */
  String noCommonKey() {
    return "The host key of "
        + login.place()
        + " has changed: it has no "
        + known.keyTypes(login.knownAs()).stream().sorted().collect(Collectors.joining(" or "))
        + " key, as "
        + login.knownHosts()
        + " says. "
        + advice();
  }

  private String refusal(KnownHosts.Verdict verdict, String key) {
    String place = login.place();
    Path file = login.knownHosts();
    return switch (verdict) {
      case UNKNOWN ->
          "The host key of "
              + place
              + " is not known: it showed "
              + key
              + ", and "
              + file
              + " has no line for "
              + login.knownAs()
              + ". "
              + advice();
      case REVOKED ->
          "The host key of "
              + place
              + " is revoked in "
              + file
              + ": it showed "
              + key
              + ". Do not trust this host until it has a new key.";
      case DIFFERENT, KNOWN ->
          "The host key of "
              + place
              + " has changed: it showed "
              + key
              + ", which is not the one in "
              + file
              + " for "
              + login.knownAs()
              + ". Was the host installed anew, or is it another? "
              + advice();
    };
  }

  private String advice() {
    return "Compare the fingerprint at the host's console (ssh-keygen -lf"
        + " /etc/ssh/ssh_host_ed25519_key.pub); if it is right, put the output of '"
        + login.keyscan()
        + "' into the file in place of its old lines.";
  }

  private static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }
}
