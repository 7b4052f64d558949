package org.xsm.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedDomain;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.journey.SiteText;

/**
 * One run on four hosts of its own, and what their own records must say when it has ended: first
 * twelve VMs are created, then three of them are retired.
 *
 * @param round tells the sets and hosts of the legs apart
 * @param file what is dropped
 */
record Leg(Path home, int round, Kind kind, SiteText file) {
  private static final int VMS = 12;
  private static final int HOSTS = 4;
  private static final List<String> RETIRED = List.of("vm2", "vm7", "vm12");

  /** What the run has to do. */
  enum Kind {
    CREATE,
    RETIRE
  }

  static Leg create(Path home, int round) {
    SiteText file = SiteText.of("round-" + round);
    for (int vm = 1; vm <= VMS; vm++) {
      file = file.with("vm" + vm, address(round, vm % HOSTS));
    }
    return new Leg(home, round, Kind.CREATE, file);
  }

  /** The run after it, with three VMs less. */
  Leg retire() {
    SiteText fewer = file;
    for (String vm : RETIRED) {
      fewer = fewer.without(vm);
    }
    return new Leg(home, round, Kind.RETIRE, fewer);
  }

  private static String address(int round, int host) {
    return "10.77." + round + "." + (host + 1);
  }

  /** Lays the file into the inbox, in one step. */
  void drop() {
    try {
      Path written = Files.write(home.resolve(name()), file.bytes());
      Files.createDirectories(home.resolve("inbox"));
      Files.move(written, home.resolve("inbox").resolve(name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  String name() {
    return file.set() + "-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".xml";
  }

  private List<SimulatedHost> hosts() {
    return IntStream.range(0, HOSTS)
        .mapToObj(host -> home.resolve("data/simulated").resolve(address(round, host)))
        .filter(Files::isDirectory)
        .map(SimulatedHost::new)
        .toList();
  }

  /** What has been done on the hosts in this leg and those before it. */
  List<Effect> effects() {
    return hosts().stream()
        .flatMap(host -> host.effects().stream())
        .sorted(java.util.Comparator.comparing(Effect::at))
        .toList();
  }

  /** Whether the hosts have nothing left to do; the manager may have. */
  boolean isDoneOnHosts() {
    String last = kind == Kind.CREATE ? "create" : "ended";
    long enough = kind == Kind.CREATE ? VMS : RETIRED.size();
    return effects().stream().filter(effect -> effect.verb().equals(last)).count() >= enough;
  }

  /** The leg's run as its API tells it; missing as long as the file has not been read. */
  JsonNode run(Caller caller) {
    JsonNode runs = caller.get("/api/runs?set=" + file.set()).json();
    return Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
        .map(runs::get)
        .filter(run -> run.get("fileName").asText().equals(name()))
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  /** Whether the run has come to an end, good or bad. */
  boolean hasEnded(Caller caller) {
    return !List.of("", "received", "planned", "awaiting-approval", "applying")
        .contains(run(caller).path("state").asText());
  }

  /** When the run came to its end, which it must have. */
  Instant endedAt(Caller caller) {
    JsonNode journal =
        caller.get("/api/runs/" + run(caller).path("id").asText()).json().get("journal");
    return Instant.parse(journal.get(journal.size() - 1).get("at").asText());
  }

  /** Compares what the run says and what the hosts say with what should have happened. */
  void check(Caller caller) {
    JsonNode run = run(caller);
    JsonNode whole = caller.get("/api/runs/" + run.path("id").asText()).json();
    assertThat(run.path("state").asText()).as(whole.toPrettyString()).isEqualTo("applied");
    assertThat(caller.get("/api/runs?set=" + file.set()).json())
        .as("one run for each file that was dropped")
        .hasSize(kind == Kind.CREATE ? 1 : 2);
    for (JsonNode step : whole.at("/plan/steps")) {
      assertThat(timesDone(whole, step)).as("ends of step %s", step.get("id")).isOne();
    }
    assertThat(home.resolve("accepted").resolve(name())).exists();
    checkHosts();
  }

  private static long timesDone(JsonNode run, JsonNode step) {
    return Stream.iterate(0, i -> i < run.get("journal").size(), i -> i + 1)
        .map(run.get("journal")::get)
        .filter(entry -> entry.path("step").equals(step.get("id")))
        .filter(entry -> entry.get("kind").asText().equals("step-done"))
        .count();
  }

  private void checkHosts() {
    List<SimulatedDomain> guests =
        hosts().stream()
            .flatMap(host -> host.domains().stream())
            .filter(domain -> domain.id() != 0)
            .toList();
    assertThat(guests)
        .extracting(SimulatedDomain::name)
        .containsExactlyInAnyOrderElementsOf(file.vms().stream().map(SiteText.Row::name).toList());
    assertThat(guests).as("no half-made domains").allMatch(guest -> guest.memory() == 64);
    for (SimulatedDomain guest : guests) {
      Effect created = only("create", guest.name());
      assertThat(created.uuid()).isEqualTo(guest.uuid().toString());
      assertThat(created.succeeded()).isTrue();
      only("create-begin", guest.name());
    }
    assertThat(effects()).as("nothing is destroyed").noneMatch(e -> e.verb().equals("destroy"));
    if (kind == Kind.RETIRE) {
      RETIRED.forEach(vm -> only("ended", vm));
      RETIRED.forEach(vm -> only("shutdown", vm));
    }
  }

  private Effect only(String verb, String vm) {
    List<Effect> found =
        effects().stream()
            .filter(effect -> effect.verb().equals(verb) && effect.name().equals(vm))
            .toList();
    assertThat(found).as("%s of %s in %s", verb, vm, file.set()).hasSize(1);
    return found.get(0);
  }
}
