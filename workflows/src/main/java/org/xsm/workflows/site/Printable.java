package org.xsm.workflows.site;

/**
 * A stranger's text made fit to stand in a message: one line, no control characters, not longer
 * than a line.
 */
public final class Printable {
  private static final int LONGEST = 80;

  private Printable() {}

  /**
   * The text with every character that is not printable shown as its code point, cut after 80
   * characters.
   */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /** As {@link #of(String)}, for text that may be longer than a line. */
  public static String of(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(
            point -> {
              if (isPlain(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(String.format("\\u{%x}", point));
              }
            });
    return text.codePointCount(0, text.length()) > longest ? shown + "…" : shown.toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
