package org.xsm.workflows.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A token as a program sends it: {@code xsm_} and 40 letters or digits, some 238 bits that nobody
 * guesses. It is shown once and kept nowhere; only its hash is.
 */
public record TokenText(String value) {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int LENGTH = 40;
  private static final int SHOWN = 12;
  private static final Pattern FORM = Pattern.compile("xsm_[A-Za-z0-9]{" + LENGTH + "}");

  public TokenText {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no token");
    }
  }

  /** The token, when the text has the form of one. */
  public static Optional<TokenText> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TokenText(text)) : Optional.empty();
  }

  /** A new token of this source, which must be one that nobody can foretell. */
  public static TokenText random(RandomGenerator source) {
    StringBuilder text = new StringBuilder("xsm_");
    source.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> text.append(LETTERS.charAt(letter)));
    return new TokenText(text.toString());
  }

  /** The first letters, by which people tell their tokens apart: {@code xsm_a1B2c3D4}. */
  public String beginning() {
    return value.substring(0, SHOWN);
  }

  /** SHA-256 of the whole text, in 64 hexadecimal digits. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Never the token itself, so that no log holds it by mistake. */
  @Override
  public String toString() {
    return beginning() + "…";
  }
}
