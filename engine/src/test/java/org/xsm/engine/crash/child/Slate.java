package org.xsm.engine.crash.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What parent, child and hosts tell each other, in files that outlive each of them: {@code crash/}
 * in the manager's home.
 */
public record Slate(Path folder) {
  private static final String KILLS = "kills";
  private static final String PASSAGES = "passages";
  private static final String WANTED = "wanted";
  private static final String PERSON = "person";

  /** The slate of a home folder. */
  public static Slate in(Path home) {
    try {
      return new Slate(Files.createDirectories(home.resolve("crash")));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Where the child is to die: at which time that it comes there, counted since the last wipe. */
  public Map<Passage, Integer> wanted() {
    Map<Passage, Integer> wanted = new HashMap<>();
    for (String line : lines(WANTED)) {
      int blank = line.indexOf(' ');
      wanted.put(
          Passage.parse(line.substring(blank + 1)), Integer.valueOf(line.substring(0, blank)));
    }
    return wanted;
  }

  /** Says where the child is to die from now on. */
  public void want(Map<Passage, Integer> wanted) {
    write(
        WANTED,
        wanted.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList());
  }

  /** Forgets what was passed. */
  public void wipe() {
    write(PASSAGES, List.of());
  }

  /** Notes that the child has come by. */
  public void pass(Collection<Passage> passages) {
    append(PASSAGES, passages.stream().map(Passage::toString).toList());
  }

  /** How often each place was passed since the last wipe. */
  public Map<Passage, Long> passed() {
    return lines(PASSAGES).stream()
        .map(Passage::parse)
        .collect(Collectors.groupingBy(passage -> passage, Collectors.counting()));
  }

  /** Notes that the child dies now, and all the places at which it stands. */
  public void die(Collection<Passage> passages) {
    append(
        KILLS, List.of(passages.stream().map(Passage::toString).collect(Collectors.joining(","))));
  }

  /** The places of each death until now, oldest first. */
  public List<List<Passage>> deaths() {
    return lines(KILLS).stream()
        .map(line -> List.of(line.split(",")).stream().map(Passage::parse).toList())
        .toList();
  }

  /** What the person at the inbox does: {@code approve-plan} and {@code decide-trouble}. */
  public Map<String, String> person() {
    Map<String, String> choices = new TreeMap<>();
    for (String line : lines(PERSON)) {
      choices.put(line.split(" ")[0], line.split(" ")[1]);
    }
    return choices;
  }

  /** Says what the person at the inbox does from now on. */
  public void instruct(Map<String, String> choices) {
    write(
        PERSON,
        choices.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
  }

  /** Notes what a start has taken of the processors. */
  public void start(Duration processors) {
    append("starts", List.of(Long.toString(processors.toMillis())));
  }

  /** What the starts have taken of the processors, oldest first. */
  public List<Duration> starts() {
    return lines("starts").stream().map(Long::valueOf).map(Duration::ofMillis).toList();
  }

  /** Says which process the child is. */
  public void name(long process) {
    write("pid", List.of(Long.toString(process)));
  }

  /** The program of a host's tool that kills the child when it is called first. */
  public String killer(Passage passage) {
    return """
        #!/bin/sh
        read -r child <'%1$s/pid' && kill -0 "$child" 2>/dev/null || exit 0
        mv "$0" "$0.used" 2>/dev/null || exit 0
        echo '%2$s' >>'%1$s/%3$s'
        kill -9 "$child"
        """
        .formatted(folder, passage, KILLS);
  }

  private List<String> lines(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void write(String name, List<String> lines) {
    try {
      Path fresh = Files.write(folder.resolve("." + name), lines);
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void append(String name, List<String> lines) {
    try {
      Files.writeString(
          folder.resolve(name),
          lines.stream().map(line -> line + "\n").collect(Collectors.joining()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
