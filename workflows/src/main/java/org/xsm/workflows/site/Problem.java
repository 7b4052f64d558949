package org.xsm.workflows.site;

import java.util.Objects;

/**
 * One thing that is wrong with a site file: where, what, and what to do about it.
 *
 * @param line line of the file, from 1; 0 where no line can be named (an empty file)
 * @param where the place in the reader's words, such as {@code VM vm2/MEM}
 * @param message what is wrong, with the value that was found
 * @param advice what to do about it
 */
public record Problem(int line, String where, String message, String advice) {
  public Problem {
    Objects.requireNonNull(where);
    Objects.requireNonNull(message);
    Objects.requireNonNull(advice);
  }
}
