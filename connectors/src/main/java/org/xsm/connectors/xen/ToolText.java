package org.xsm.connectors.xen;

import java.util.regex.Pattern;

/** A tool's own words made fit for a message: one line, no control characters, bounded. */
public final class ToolText {
  private static final int LONGEST = 300;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

  private ToolText() {}

  /** The text on one line, cut after 300 characters. */
  public static String line(String text) {
    String cut = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, count(text))));
    String line = UNPRINTABLE.matcher(cut).replaceAll(" ").strip();
    return cut.length() < text.length() ? line + "…" : line;
  }

  /** The first line that says something, or a word in its place. */
  public static String firstLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(ToolText::line)
        .orElse("it wrote no message");
  }

  /** Without the stop at its end, so that a sentence can go on after it. */
  public static String phrase(String words) {
    return words.replaceFirst("[.:;]+$", "");
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }
}
