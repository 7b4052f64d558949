package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xsm.connectors.files.AtomicFile;

/**
 * One host of the simulated site in the hands of a test, a rehearsal or a demo: sets its times and
 * faults, and looks at what has happened on it. Everything goes through the files of the host's
 * folder, so that it also works on a host whose server runs in another process (which then sees
 * {@link #refuse} and {@link #hang} within a quarter of a second).
 */
public final class SimulatedHost {
  private static final Pattern VERB = Pattern.compile("[a-z]+(-[a-z]+)*");

  private final Path folder;
  private final Runnable changed;

  /**
   * @param folder {@code data/simulated/ADDRESS} in the manager's home
   */
  public SimulatedHost(Path folder) {
    this(folder, () -> {});
  }

  /**
   * @param changed told when a fault of the host's server was set or taken away
   */
  SimulatedHost(Path folder, Runnable changed) {
    this.folder = folder.toAbsolutePath();
    this.changed = changed;
  }

  /** The host's folder. */
  public Path folder() {
    return folder;
  }

  /**
   * How long this verb of {@code xl} takes from now on; {@code acknowledge}, {@code boot}, {@code
   * cleanup} and {@code follow} are no verbs but times too.
   */
  public void setTime(String verb, Duration time) {
    write(folder.resolve("times").resolve(checked(verb)), HostFolder.seconds(time));
  }

  /** This verb fails from now on, without having done anything. */
  public void fail(String verb, int exit, String message) {
    setFault(checked(verb), "exit " + exit + "\n" + message);
  }

  /** This verb fails the next {@code times} times. */
  public void fail(String verb, int exit, String message, int times) {
    setFault(checked(verb), "exit " + exit + "\ntimes " + times + "\n" + message);
  }

  /** {@code xl} is killed in the middle of this verb, the next {@code times} times. */
  public void dieDuring(String verb, int times) {
    setFault(checked(verb) + ".die", "times " + times);
  }

  /**
   * {@code xl} is killed when it has done this verb and before it answers, the next {@code times}
   * times.
   */
  public void dieAfter(String verb, int times) {
    setFault(checked(verb) + ".die", "after\ntimes " + times);
  }

  /**
   * {@code xl migrate} is killed once, at this moment: {@code suspended}, when the guest runs
   * nowhere for a moment, or {@code started}, when it runs on the other host and its old half is
   * still here.
   */
  public void dieWhileMigrating(String moment) {
    setFault("migrate.die", "times 1\nat " + checked(moment));
  }

  /** Guests that are created are gone as soon as they run, the next {@code times} times. */
  public void loseGuests(int times) {
    setFault("create.lose", "times " + times);
  }

  /** This verb does nothing and does not answer, until the host is healed. */
  public void hangDuring(String verb) {
    setFault(checked(verb) + ".hang", "");
  }

  /** This verb does its work and then does not answer, until the host is healed. */
  public void hangAfter(String verb) {
    setFault(checked(verb) + ".hang", "after");
  }

  /** These kernels, ramdisks and bridges are not on the host; all others are. */
  public void lack(String... files) {
    setFault("missing", String.join("\n", files));
  }

  /** The host refuses connections, and drops those that it has. */
  public void refuse() {
    setFault("refuse", "");
    changed.run();
  }

  /** The host takes connections and commands, and never answers. */
  public void hang() {
    setFault("hang", "");
    changed.run();
  }

  /** No other host reaches this one. The manager does, so what is on its way stands still. */
  public void cut() {
    setFault("cut", "");
  }

  /** The host drops its connections, and lets nobody in any more. */
  public void keepOut() {
    setFault("keep-out", "");
    changed.run();
  }

  /** Takes all faults away. */
  public void heal() {
    try (Stream<Path> faults = Files.list(folder.resolve("faults"))) {
      for (Path fault : faults.toList()) {
        Files.deleteIfExists(fault);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changed.run();
  }

  /** The guests that are there now, as {@code xl list -v} on the host says. */
  public List<SimulatedDomain> domains() {
    String listing = run("xl", "list", "-v");
    return listing.lines().skip(2).map(SimulatedDomain::parse).toList();
  }

  /** What was done on the host, oldest first. */
  public List<Effect> effects() {
    try {
      return Files.readAllLines(folder.resolve("effects.log")).stream().map(Effect::parse).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often this verb was carried out with success. */
  public long count(String verb) {
    return effects().stream().filter(e -> e.verb().equals(verb) && e.succeeded()).count();
  }

  private String run(String program, String... words) {
    Stream<String> command =
        Stream.concat(Stream.of(folder.resolve(program).toString()), Stream.of(words));
    try {
      Process process =
          new ProcessBuilder(command.toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void setFault(String name, String text) {
    Path faults = folder.resolve("faults");
    try (Stream<Path> used = Files.list(faults)) {
      for (Path hit :
          used.filter(f -> f.getFileName().toString().startsWith("." + name + ".")).toList()) {
        Files.deleteIfExists(hit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(faults.resolve(name), text);
  }

  private static void write(Path file, String text) {
    try {
      AtomicFile.write(file, AtomicFile.PUBLIC, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String verb) {
    if (!VERB.matcher(verb).matches()) {
      throw new IllegalArgumentException("'" + verb + "' is not a verb of xl");
    }
    return verb;
  }
}
