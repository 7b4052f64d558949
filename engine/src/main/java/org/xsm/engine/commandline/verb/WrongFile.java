package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** The manager has refused a site file for its problems. */
public final class WrongFile extends RuntimeException {
  private final String file;
  private final transient JsonNode document;

  WrongFile(String file, JsonNode document) {
    this.file = Objects.requireNonNull(file);
    this.document = Objects.requireNonNull(document);
  }

  /** The file's name as it was given. */
  public String file() {
    return file;
  }

  /** What the manager answered: a problem document with the member {@code problems}. */
  public JsonNode document() {
    return document;
  }
}
