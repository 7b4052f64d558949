package org.xsm.workflows.run;

/**
 * A view of the inbox that a person keeps.
 *
 * @param name as the person calls it, at most {@value #LONGEST_NAME} characters
 * @param query what stands in the address after the question mark, at most {@value #LONGEST_QUERY}
 *     characters
 */
public record View(String name, String query) {
  /** Characters of a name. */
  public static final int LONGEST_NAME = 60;

  /** Characters of a query. */
  public static final int LONGEST_QUERY = 400;

  public View {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of a view has 1 to " + LONGEST_NAME + " characters");
    }
    if (query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException("a view has at most " + LONGEST_QUERY + " characters");
    }
  }
}
