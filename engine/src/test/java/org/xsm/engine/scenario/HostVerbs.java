package org.xsm.engine.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedDomain;
import org.xsm.connectors.simulated.SimulatedHost;

/** What a script does to hosts, and expects of them. */
final class HostVerbs {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(ms|s|h)");

  private final Theatre theatre;
  private final Map<String, Deed> deeds = new HashMap<>();

  private interface Deed {
    void perform(Line line, SimulatedHost host);
  }

  HostVerbs(Theatre theatre) {
    this.theatre = theatre;
    deeds.put("fail", HostVerbs::fail);
    deeds.put(
        "die-during", (line, host) -> host.dieDuring(verb(line), line.number("how many times")));
    deeds.put(
        "die-after", (line, host) -> host.dieAfter(verb(line), line.number("how many times")));
    deeds.put(
        "die-migrating", (line, host) -> host.dieWhileMigrating(line.next("suspended or started")));
    deeds.put("hang-during", (line, host) -> host.hangDuring(verb(line)));
    deeds.put("lose-guests", (line, host) -> host.loseGuests(line.number("how many times")));
    deeds.put("lack", (line, host) -> host.lack(line.rest().toArray(String[]::new)));
    deeds.put("refuse", (line, host) -> host.refuse());
    deeds.put("hang", (line, host) -> host.hang());
    deeds.put("keep-out", (line, host) -> host.keepOut());
    deeds.put("heal", (line, host) -> host.heal());
    deeds.put("time", (line, host) -> host.setTime(verb(line), time(line)));
    deeds.put("memory", (line, host) -> set(host, "total=" + line.number("MiB")));
    deeds.put("toolstack", (line, host) -> set(host, "toolstack=" + line.next("xm")));
    deeds.put("did", this::did);
  }

  /** {@code host NUMBER DEED …}. */
  void host(Line line) {
    SimulatedHost host = theatre.host(theatre.address(line));
    Deed deed = deeds.get(line.next("what happens to the host"));
    if (deed == null) {
      throw line.fault("one of " + deeds.keySet().stream().sorted().toList());
    }
    deed.perform(line, host);
    line.end();
  }

  private static void fail(Line line, SimulatedHost host) {
    String verb = verb(line);
    int exit = line.number("an exit code");
    String message = line.next("a message");
    if (line.hasNext()) {
      host.fail(verb, exit, message, line.number("how many times"));
    } else {
      host.fail(verb, exit, message);
    }
  }

  private static String verb(Line line) {
    return line.next("a verb of xl");
  }

  private static Duration time(Line line) {
    Matcher time = TIME.matcher(line.next("a time"));
    if (!time.matches()) {
      throw line.fault("a time such as 400ms, 3s or 1h");
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofHours(count);
    };
  }

  /** The last setting of a name counts. */
  private static void set(SimulatedHost host, String setting) {
    try {
      Files.writeString(
          host.folder().resolve("xen/settings"), setting + "\n", StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void did(Line line, SimulatedHost host) {
    String verb = verb(line);
    theatre.until(
        line, host::effects, done -> done.stream().map(Effect::verb).anyMatch(verb::equals));
  }

  /** {@code count NUMBER VERB TIMES}. */
  void count(Line line) {
    SimulatedHost host = theatre.host(theatre.address(line));
    String verb = verb(line);
    int wanted = line.number("how many times");
    line.end();
    if (host.count(verb) != wanted) {
      throw new AssertionError(line + ": expected " + wanted + ", was " + host.count(verb));
    }
  }

  /** {@code guests NUMBER: NAME …}. */
  void guests(Line line) {
    String number = line.next("the number of a host");
    if (!number.matches("[0-9]+:")) {
      throw line.fault("the number of a host and a colon");
    }
    String address = theatre.scenario().host(Integer.parseInt(number.replace(":", "")));
    List<String> wanted = line.rest().stream().sorted().toList();
    theatre.until(
        line, () -> theatre.rehearsal().guests(address).stream().sorted().toList(), wanted::equals);
  }

  /** {@code hand NUMBER create NAME MIB}, {@code … twin VM NAME}, or words for {@code xl}. */
  void hand(Line line) {
    String address = theatre.address(line);
    if (line.takes("create")) {
      String name = line.next("a name");
      create(address, name, line.number("MiB"), UUID.randomUUID());
    } else if (line.takes("twin")) {
      UUID uuid = uuid(address, line.next("the name of a VM"));
      create(address, line.next("a name"), 64, uuid);
    } else {
      theatre.rehearsal().xl(address, line.rest().toArray(String[]::new));
    }
    line.end();
  }

  private void create(String address, String name, int memory, UUID uuid) {
    String text =
        "name = \"%s\"\nuuid = \"%s\"\nkernel = \"/boot/k\"\nmemory = %d\nvcpus = 1\n"
            .formatted(name, uuid, memory);
    try {
      Path config = theatre.host(address).folder().resolve(name + ".by-hand");
      theatre.rehearsal().xl(address, "create", Files.writeString(config, text).toString());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The UUID of a domain, as its host lists it. */
  UUID uuid(String address, String name) {
    return theatre.host(address).domains().stream()
        .filter(domain -> domain.name().equals(name))
        .map(SimulatedDomain::uuid)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no domain " + name + " on " + address));
  }
}
