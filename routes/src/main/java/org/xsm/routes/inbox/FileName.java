package org.xsm.routes.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name of a dropped file, and what it says about the file. */
record FileName(String value) {
  // File systems take 255 bytes; a claim goes before the name, a time stamp and an ending after it.
  private static final int MOST_BYTES = 180;

  boolean isXml() {
    return lower().endsWith(".xml");
  }

  /** Names that their writers use for files that are not meant for us, or not yet. */
  boolean isPassedOver() {
    return value.startsWith(".") || lower().endsWith(".part") || lower().endsWith(".tmp");
  }

  /** The name, cut in the middle so that there is room for what we add to it. */
  FileName shortened() {
    String stem = stem();
    while (!stem.isEmpty() && bytes(stem + ending()) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return new FileName(stem.isEmpty() ? "file" : stem + ending());
  }

  /** The name with a mark before its ending: {@code site-20261122-140000.xml}. */
  FileName marked(String mark) {
    return new FileName(stem() + "-" + mark + ending());
  }

  private String stem() {
    int dot = value.lastIndexOf('.');
    return dot <= 0 ? value : value.substring(0, dot);
  }

  private String ending() {
    return value.substring(stem().length());
  }

  private String lower() {
    return value.toLowerCase(Locale.ROOT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
