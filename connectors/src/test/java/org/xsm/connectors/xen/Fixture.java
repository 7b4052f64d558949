package org.xsm.connectors.xen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a real host printed: a transcript with command, exit code, standard output and error. */
public record Fixture(int exit, String output, String errors) {
  /**
   * @param name such as {@code b05-list-verbose}
   */
  public static Fixture of(String name) {
    String text = resource("/xen-4.17/" + name + ".txt");
    int output = text.indexOf("--- stdout\n");
    int errors = text.indexOf("--- stderr\n");
    String exit = text.lines().filter(line -> line.startsWith("exit ")).findFirst().orElseThrow();
    return new Fixture(
        Integer.parseInt(exit.substring(5)),
        text.substring(output + 11, errors),
        text.substring(errors + 11));
  }

  public static String resource(String name) {
    try (InputStream stream = Fixture.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
