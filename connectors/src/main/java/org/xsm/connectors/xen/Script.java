package org.xsm.connectors.xen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A shell script that runs on a host, and its arguments.
 *
 * @param text POSIX sh; it begins with what {@code common.sh} says
 * @param input what it reads from standard input
 */
public record Script(String text, List<String> arguments, String input) {
  public Script {
    arguments = List.copyOf(arguments);
  }

  /** A script without input. */
  public static Script of(String text, String... arguments) {
    return new Script(text, List.of(arguments), "");
  }

  Script withInput(String otherInput) {
    return new Script(text, arguments, otherInput);
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
