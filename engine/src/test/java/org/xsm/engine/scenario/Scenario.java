package org.xsm.engine.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder that tells one story of the running manager; its language is described in {@code
 * scenarios/README.md}.
 *
 * @param net the third number and those before it of the addresses of its hosts: {@code 10.60.7}
 */
record Scenario(Path folder, String net) {
  /** Where they lie; read from the sources, since they are recorded there. */
  static final Path ALL = Path.of("src/test/resources/scenarios");

  static final String README = "README.md";
  static final String SCRIPT = "script.txt";
  static final String JOURNAL = "journal.txt";
  static final String POLICY = "policy";
  private static final String NET = "10.NET";

  /** Every scenario, by name; each with a network of its own. */
  static List<Scenario> all() {
    List<Path> folders = folders();
    return IntStream.range(0, folders.size())
        .mapToObj(index -> new Scenario(folders.get(index), "10.60." + (index + 1)))
        .toList();
  }

  private static List<Path> folders() {
    try (Stream<Path> found = Files.list(ALL)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** What it is about, in a sentence. */
  String about() {
    return read(README).strip();
  }

  boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /** The lines that say something, strictly read. */
  List<Line> script() {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : read(SCRIPT).lines().toList()) {
      Line line = new Line(name() + "/" + SCRIPT + ":" + ++number, text);
      if (line.says()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The approval policy that its manager has: {@code default}, unless its first line says so. */
  String policy() {
    Line first = script().get(0);
    if (!first.takes(POLICY)) {
      return "default";
    }
    String policy = first.next("a policy");
    first.end();
    return policy;
  }

  /** What happens in it: the lines behind the policy, none of which may be another. */
  List<Line> plot() {
    List<Line> lines = script();
    List<Line> plot = lines.get(0).begins(POLICY) ? lines.subList(1, lines.size()) : lines;
    plot.stream()
        .filter(line -> line.begins(POLICY))
        .findFirst()
        .ifPresent(
            line -> {
              throw line.fault("the policy on the first line only");
            });
    return plot;
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The address of its host of this number. */
  String host(int number) {
    return net + "." + number;
  }

  /** With the addresses of its own hosts. */
  String localized(String text) {
    return text.replace(NET + ".", net + ".");
  }

  /** With the same addresses wherever it is told. */
  String generalized(String text) {
    return text.replace(net + ".", NET + ".");
  }

  @Override
  public String toString() {
    return name();
  }
}
