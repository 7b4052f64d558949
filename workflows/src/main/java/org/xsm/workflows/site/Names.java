package org.xsm.workflows.site;

import java.util.regex.Pattern;

/**
 * The one rule for names that reach files, commands and guest configs: a safe alphabet and a
 * length.
 */
final class Names {
  private static final int LONGEST = 64;
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  private Names() {}

  static String check(String kind, String value) {
    String advice =
        "Use 1 to "
            + LONGEST
            + " letters (a-z), digits, '_', '.', '-', beginning with a letter, a digit or '_'.";
    if (value.isEmpty()) {
      throw new InvalidValue("the name of a " + kind + " is empty", advice);
    }
    if (value.length() > LONGEST) {
      throw new InvalidValue(
          "the name of this "
              + kind
              + " has "
              + value.length()
              + " characters; "
              + LONGEST
              + " are allowed",
          advice);
    }
    if (!SAFE.matcher(value).matches()) {
      throw new InvalidValue(
          "'" + Printable.of(value) + "' cannot be the name of a " + kind, advice);
    }
    return value;
  }
}
