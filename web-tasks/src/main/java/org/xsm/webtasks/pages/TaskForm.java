package org.xsm.webtasks.pages;

/**
 * What a person sends from the page of a task; fields that a button does not need are empty.
 *
 * @param digest of the plan that the page showed\n * @param typed the name of the set, where the
 *     page asks for it
 */
public record TaskForm(String digest, String comment, String choice, String typed) {
  public TaskForm {
    digest = digest == null ? "" : digest;
    comment = comment == null ? "" : comment.strip();
    choice = choice == null ? "" : choice;
    typed = typed == null ? "" : typed.strip();
  }
}
