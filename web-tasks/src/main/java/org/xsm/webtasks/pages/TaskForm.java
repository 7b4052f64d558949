package org.xsm.webtasks.pages;

/**
 * What a person sends from the page of a task; fields that a button does not need are empty.
 *
 * @param digest of the plan that the page showed
 */
public record TaskForm(String digest, String comment, String choice) {
  public TaskForm {
    digest = digest == null ? "" : digest;
    comment = comment == null ? "" : comment.strip();
    choice = choice == null ? "" : choice;
  }
}
