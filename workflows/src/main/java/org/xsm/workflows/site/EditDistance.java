package org.xsm.workflows.site;

/**
 * How much two words differ, so that advice can name the one that was meant (Levenshtein, 1966).
 */
public final class EditDistance {
  private EditDistance() {}

  /** How many characters must be put in, taken out or exchanged to make one word of the other. */
  public static int between(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int index = 1; index <= one.length(); index++) {
      int diagonal = row[0];
      row[0] = index;
      for (int column = 1; column < row.length; column++) {
        int exchange = diagonal + (one.charAt(index - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(exchange, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }
}
