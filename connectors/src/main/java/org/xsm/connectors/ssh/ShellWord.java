package org.xsm.connectors.ssh;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One word of a command line that reaches the program exactly as it is, whatever it contains.
 *
 * @param text any text without NUL, which no argument of a Unix program can hold
 */
public record ShellWord(String text) {
  public ShellWord {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalStateException("a word of a command cannot hold a NUL character");
    }
  }

  /** A command line of these words, each quoted for a POSIX shell. */
  public static String commandLine(String... words) {
    return Arrays.stream(words)
        .map(word -> new ShellWord(word).quoted())
        .collect(Collectors.joining(" "));
  }

  /** The word in single quotes, in which a POSIX shell takes every character as it is. */
  public String quoted() {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
