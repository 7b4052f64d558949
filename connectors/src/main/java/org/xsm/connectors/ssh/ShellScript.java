package org.xsm.connectors.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script for another machine, and what it is given.
 *
 * @param text POSIX sh; who runs it puts its own prelude in front
 * @param input what it reads from standard input
 */
public record ShellScript(String text, List<String> arguments, String input) {
  public ShellScript {
    arguments = List.copyOf(arguments);
  }

  /** A script without input. */
  public static ShellScript of(String text, String... arguments) {
    return new ShellScript(text, List.of(arguments), "");
  }

  /** Without what it reads, which may be secret. */
  @Override
  public String toString() {
    return "ShellScript[%s, %d characters to read]".formatted(arguments, input.length());
  }

  /** The same script, with this to read. */
  public ShellScript withInput(String otherInput) {
    return new ShellScript(text, arguments, otherInput);
  }

  /**
   * The text of a script that lies beside a class, without its comments.
   *
   * @param name file name, such as {@code create.sh}
   */
  public static String load(Class<?> neighbour, String name) {
    try (InputStream stream = neighbour.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no script " + name + " beside " + neighbour);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.stripLeading().startsWith("#"))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException broken) {
      throw new IllegalStateException("cannot read our own script " + name, broken);
    }
  }
}
