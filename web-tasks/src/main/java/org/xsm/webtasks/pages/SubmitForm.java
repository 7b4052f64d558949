package org.xsm.webtasks.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person sends from the page Submit: a chosen file, or pasted text.
 *
 * @param nonce names this one page, so that a double click begins one run
 */
public record SubmitForm(MultipartFile file, String text, String nonce) {
  private static final Pattern NONCE = Pattern.compile("[0-9a-f-]{36}");
  private static final String PASTED = "pasted.xml";

  public SubmitForm {
    text = text == null ? "" : text;
    nonce = nonce != null && NONCE.matcher(nonce).matches() ? nonce : newNonce();
  }

  static String newNonce() {
    return UUID.randomUUID().toString();
  }

  /** The file's bytes; what is chosen goes before what is pasted. */
  byte[] content() throws IOException {
    return chosen().isPresent()
        ? chosen().get().getBytes()
        : text.strip().getBytes(StandardCharsets.UTF_8);
  }

  /** The text to show again, for browsers without scripts; UTF-8, as site files are. */
  public String shown() throws IOException {
    return new String(content(), StandardCharsets.UTF_8);
  }

  /** The name of the chosen file, without folders. */
  String name() {
    return chosen()
        .map(MultipartFile::getOriginalFilename)
        .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
        .filter(name -> !name.isBlank())
        .orElse(PASTED);
  }

  /** The same page with the same content is the same claim. */
  String claim(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "web-" + nonce + "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private Optional<MultipartFile> chosen() {
    return Optional.ofNullable(file).filter(sent -> !sent.isEmpty());
  }
}
