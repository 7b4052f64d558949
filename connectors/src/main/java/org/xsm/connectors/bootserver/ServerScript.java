package org.xsm.connectors.bootserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script for the boot server, and what it is given.
 *
 * @param text POSIX sh; it begins with what {@code prelude.sh} says, and ends with {@code verdict}
 * @param input what it reads from standard input
 */
public record ServerScript(String text, List<String> arguments, String input) {
  public ServerScript {
    arguments = List.copyOf(arguments);
  }

  /** A script without input. */
  public static ServerScript of(String text, String... arguments) {
    return new ServerScript(text, List.of(arguments), "");
  }

  /**
   * The text of a script that lies beside a class, without its comments.
   *
   * @param name file name, such as {@code put.sh}
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
