package org.xsm.engine.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.SetName;

/** A run that is about to be stored. */
public record NewRun(RunId id, SubmittedFile file, List<SetName> sets) {
  private static final int LONGEST_NAME = 255;

  public NewRun {
    Objects.requireNonNull(id);
    Objects.requireNonNull(file);
    sets = List.copyOf(sets);
  }

  /** SHA-256 of the content, in hexadecimal. */
  public String contentHash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The file's name, cut to what a row holds. */
  String fileName() {
    return cut(file.name());
  }

  static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
