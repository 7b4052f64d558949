package org.xsm.engine.journey;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import org.xsm.connectors.simulated.SimulatedDomain;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.connectors.simulated.SimulatedSite;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.HostAddress;

/** What a test does with the running manager, in the words of the people around it. */
public final class Rehearsal {
  private static final int PATIENCE = 180;

  private final Home home;
  private final SimulatedSite site;
  private final Environment environment;

  public Rehearsal(Home home, SimulatedSite site, Environment environment) {
    this.home = home;
    this.site = site;
    this.environment = environment;
  }

  public Home home() {
    return home;
  }

  public SimulatedHost host(String address) {
    return site.host(new HostAddress(address));
  }

  /** The guests of a host, as its own {@code xl list} names them. */
  public List<String> guests(String address) {
    return host(address).domains().stream()
        .filter(domain -> domain.id() != 0)
        .map(SimulatedDomain::name)
        .toList();
  }

  public Caller nobody() {
    return Caller.nobody(port());
  }

  public Caller operator() {
    return caller("operator");
  }

  public Caller approver() {
    return caller("approver");
  }

  public Caller admin() {
    return caller("admin");
  }

  public Caller of(String name, String password) {
    return Caller.of(port(), name, password);
  }

  /** A program that sends a token. */
  public Caller bearing(String token) {
    return Caller.bearing(port(), token);
  }

  private Caller caller(String name) {
    return Caller.of(port(), home.root(), name);
  }

  /** Where the manager is. */
  public URI root() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** The password of one of the first people. */
  public String password(String name) {
    return Caller.firstPassword(home.root(), name);
  }

  private int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  /** Lays a file into the inbox. */
  public void drop(String name, byte[] content) {
    try {
      Path written = Files.write(home.root().resolve("." + name + ".part"), content);
      Files.move(written, home.inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * Waits until a host was logged in on: the first time takes long, where nothing is loaded yet and
   * much else runs on the machine.
   */
  public void awaitFirstLogin() {
    byte[] file = SiteText.of("first").with("first1", "10.9.99.1").bytes();
    Awaitility.await("the first login")
        .atMost(PATIENCE, SECONDS)
        .until(() -> !operator().postXml("/api/plan", file).text().contains("unknown-host"));
  }

  /** The operator sends a file; answers the run's id. */
  public String submit(SiteText file) {
    Caller.Reply reply = operator().postXml("/api/site", file.bytes());
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return reply.json().get("run").asText();
  }

  /** The operator sends a file, and the approver approves its plan; answers the run's id. */
  public String apply(SiteText file) {
    String run = submit(file);
    approve(run);
    return run;
  }

  /** The approver approves what stands there to be approved. */
  public void approve(String run) {
    JsonNode task = awaitTask(run, "approve-plan");
    Caller.Reply reply =
        act(approver(), task, "approve", Map.of("digest", task.get("digest").asText()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  /** The operator decides how the step in trouble goes on. */
  public void decide(String run, String choice) {
    JsonNode task = awaitTask(run, "decide-trouble");
    Caller.Reply reply = act(operator(), task, "decide", Map.of("choice", choice));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  /** Somebody does something with a task. */
  public Caller.Reply act(Caller who, JsonNode task, String act, Map<String, String> body) {
    return who.post("/api/tasks/" + task.get("id").asText() + "/" + act, body);
  }

  public JsonNode awaitTask(String run, String kind) {
    return Awaitility.await(kind + " of run " + run)
        .atMost(PATIENCE, SECONDS)
        .pollInterval(50, MILLISECONDS)
        .until(() -> task(run, kind), found -> !found.isMissingNode());
  }

  /** The run's open task of this kind. */
  public JsonNode task(String run, String kind) {
    return first(
        operator().get("/api/tasks").json(),
        task -> task.get("run").asText().equals(run) && task.get("kind").asText().equals(kind));
  }

  public JsonNode run(String id) {
    return operator().get("/api/runs/" + id).json();
  }

  /** The newest run of a set, as soon as it has a plan. */
  public JsonNode awaitRunOf(String set, String fileName) {
    return Awaitility.await("run of " + fileName)
        .atMost(PATIENCE, SECONDS)
        .pollInterval(50, MILLISECONDS)
        .until(
            () ->
                first(
                    operator().get("/api/runs?set=" + set).json(),
                    run -> run.get("fileName").asText().equals(fileName)),
            found -> !found.isMissingNode());
  }

  public JsonNode awaitState(String run, String state) {
    return await(run, state, found -> found.get("state").asText().equals(state));
  }

  public JsonNode awaitStep(String run, String step, String state) {
    return await(run, step + " " + state, found -> stepState(found, step).equals(state));
  }

  /** Waits until the run is as it should be. */
  public JsonNode await(String run, String what, Predicate<JsonNode> reached) {
    return Awaitility.await("run " + run + ": " + what)
        .atMost(PATIENCE, SECONDS)
        .pollInterval(50, MILLISECONDS)
        .until(() -> run(run), reached);
  }

  /** Somebody types a command of {@code xl} on a host. */
  public void xl(String address, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, host(address).folder().resolve("xl").toString());
    try {
      Process xl = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(xl.getInputStream().readAllBytes());
      assertThat(xl.waitFor()).as(said).isZero();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Somebody else's VM of 64 MiB, made on the host itself. */
  public void createByHand(String address, String name) {
    try {
      Path config = host(address).folder().resolve(name + ".by-hand");
      Files.writeString(
          config, "name = \"" + name + "\"\nkernel = \"/boot/vmlinuz\"\nmemory = 64\nvcpus = 1\n");
      xl(address, "create", config.toString());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Holds the steps of a host back by a filter of this name, until it is let go. */
  public void hold(String filter, String address) {
    Caller.Reply reply =
        operator()
            .put(
                "/api/control/filters/" + filter,
                Map.of("action", "pause", "host", address, "why", "a test"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  public void letGo(String filter) {
    assertThat(operator().delete("/api/control/filters/" + filter).status()).isEqualTo(200);
  }

  /** Free memory of a host of its own, in MiB, as an empty host has it. */
  public int free(String address) {
    SiteText small = SiteText.of("size-of-" + address.replace('.', '-')).with("tiny", address);
    awaitState(apply(small), "applied");
    for (JsonNode set : operator().get("/api/site").json().get("sets")) {
      for (JsonNode host : set.get("hosts")) {
        if (host.get("address").asText().equals(address)) {
          return host.at("/memory/free").asInt();
        }
      }
    }
    throw new AssertionError("no host " + address);
  }

  /** Where a step of this run stands. */
  public static String stepState(JsonNode run, String step) {
    return first(run.at("/plan/steps"), found -> found.get("id").asText().equals(step))
        .path("state")
        .asText();
  }

  /** The kinds of what has happened in the run, oldest first. */
  public static List<String> journal(JsonNode run) {
    return texts(run.get("journal"), "kind");
  }

  /** One text of each of several nodes. */
  public static List<String> texts(JsonNode nodes, String name) {
    return stream(nodes).map(node -> node.path(name).asText()).toList();
  }

  private static JsonNode first(JsonNode nodes, Predicate<JsonNode> wanted) {
    return stream(nodes).filter(wanted).findFirst().orElse(MissingNode.getInstance());
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }

  /** A step of a run's plan, as the API tells it. */
  public static JsonNode step(JsonNode run, String id) {
    for (JsonNode step : run.at("/plan/steps")) {
      if (step.get("id").asText().equals(id)) {
        return step;
      }
    }
    throw new AssertionError("no step " + id + " in " + run.at("/plan/steps"));
  }
}
