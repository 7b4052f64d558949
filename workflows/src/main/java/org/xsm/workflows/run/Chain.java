package org.xsm.workflows.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;

/**
 * Seals the entries of a journal: each entry's hash covers the entry, its run and the hash of the
 * entry before it, so that a changed, missing or added entry is found where it is. Whoever could
 * write all hashes anew is found by the last one, where it was noted elsewhere: the manager's log
 * names it at the end of each run.
 *
 * <p>The hash is SHA-256 in hexadecimal over the previous hash (empty before the first entry), the
 * run's id, the number, the time in milliseconds since 1970, the actor, the kind's label, the
 * step's id (or nothing) and the text; each in UTF-8 after its length in bytes and a colon.
 */
public final class Chain {
  private Chain() {}

  /** The hash of this entry behind the one with this hash. */
  public static String hash(String previous, RunId run, JournalEntry entry) {
    MessageDigest sha256 = sha256();
    add(sha256, previous);
    add(sha256, run.value());
    add(sha256, Long.toString(entry.number()));
    add(sha256, Long.toString(entry.at().toEpochMilli()));
    add(sha256, entry.actor());
    add(sha256, entry.kind().label());
    add(sha256, entry.step().map(StepId::value).orElse(""));
    add(sha256, entry.text());
    return HexFormat.of().formatHex(sha256.digest());
  }

  /**
   * The number of the first entry that is not as it was written, or that is not where it belongs;
   * empty when the journal is whole.
   */
  public static Optional<Long> findBreak(RunId run, List<JournalEntry> journal) {
    String previous = "";
    long number = 1;
    for (JournalEntry entry : journal) {
      if (entry.number() != number || !entry.hash().equals(hash(previous, run, entry))) {
        return Optional.of(number);
      }
      previous = entry.hash();
      number++;
    }
    return Optional.empty();
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
