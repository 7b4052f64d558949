package org.xsm.engine.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.xsm.engine.journey.Caller;
import org.xsm.engine.journey.Rehearsal;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.StepState;

/** What people do about runs, and what a script expects of runs. */
final class RunVerbs {
  private static final Pattern UUID_OF = Pattern.compile("UUID-OF\\((\\w+)@([0-9]+)\\)");
  private static final String APPROVE = "approve-plan";
  private static final String DECIDE = "decide-trouble";

  private final Theatre theatre;
  private final HostVerbs hosts;
  private final Map<String, String> seen = new HashMap<>();

  RunVerbs(Theatre theatre, HostVerbs hosts) {
    this.theatre = theatre;
    this.hosts = hosts;
  }

  /** {@code submit FILE as RUN [by PERSON]}. */
  void submit(Line line) {
    byte[] content = content(line);
    String name = name(line);
    Caller sender = by(line, "operator");
    line.end();
    Caller.Reply reply = sender.postXml("/api/site", content);
    if (reply.status() != 202) {
      throw new AssertionError(line + ": HTTP " + reply.status() + ": " + reply.text());
    }
    theatre.runs().put(name, reply.json().get("run").asText());
  }

  /** {@code drop FILE as RUN}. */
  void drop(Line line) {
    byte[] content = content(line);
    String name = name(line);
    line.end();
    String set = theatre.scenario().name();
    String file = set + "-" + name + ".xml";
    theatre.rehearsal().drop(file, content);
    theatre.runs().put(name, theatre.rehearsal().awaitRunOf(set, file).get("id").asText());
  }

  private byte[] content(Line line) {
    String text = theatre.scenario().read(line.next("the name of a site file"));
    return UUID_OF
        .matcher(theatre.scenario().localized(text))
        .replaceAll(this::uuid)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String uuid(MatchResult placeholder) {
    String host = theatre.scenario().host(Integer.parseInt(placeholder.group(2)));
    return hosts.uuid(host, placeholder.group(1)).toString();
  }

  private String name(Line line) {
    if (!line.takes("as")) {
      throw line.fault("'as' and a name for the run");
    }
    String name = line.next("a name for the run");
    if (!name.matches("[a-z]") || theatre.runs().containsKey(name)) {
      throw line.fault("a letter that no other run of the script has");
    }
    return name;
  }

  private Caller by(Line line, String usual) {
    return theatre.person(line.takes("by") ? line.next("a person") : usual);
  }

  /** {@code see RUN}: keeps in mind which plan stands there to be approved. */
  void see(Line line) {
    String run = theatre.run(line);
    line.end();
    seen.put(run, task(line, run, APPROVE, task -> true).get("digest").asText());
  }

  /** {@code approve RUN [as seen] [by PERSON] [-> STATUS]}. */
  void approve(Line line) {
    String run = theatre.run(line);
    boolean asSeen = line.takes("as") && line.takes("seen");
    Caller approver = by(line, "approver");
    JsonNode task = task(line, run, APPROVE, found -> true);
    String digest = asSeen ? seen.get(run) : task.get("digest").asText();
    Theatre.check(
        line, theatre.rehearsal().act(approver, task, "approve", Map.of("digest", digest)), 200);
  }

  /** {@code reject RUN WHY}. */
  void reject(Line line) {
    refuse(line, "reject");
  }

  /** {@code send-back RUN WISH}. */
  void sendBack(Line line) {
    refuse(line, "send-back");
  }

  private void refuse(Line line, String verb) {
    String run = theatre.run(line);
    String why = line.next("a reason");
    JsonNode task = task(line, run, APPROVE, found -> true);
    Map<String, String> body = Map.of("digest", task.get("digest").asText(), "comment", why);
    Theatre.check(line, theatre.rehearsal().act(theatre.person("approver"), task, verb, body), 200);
  }

  /** {@code decide RUN CHOICE [of STEP] [by PERSON] [-> STATUS]}. */
  void decide(Line line) {
    String run = theatre.run(line);
    String choice = line.next("a choice");
    String step = line.takes("of") ? line.next("a step") : "";
    Caller decider = by(line, "operator");
    JsonNode task =
        task(line, run, DECIDE, found -> step.isEmpty() || text(found, "step").equals(step));
    Theatre.check(
        line, theatre.rehearsal().act(decider, task, "decide", Map.of("choice", choice)), 200);
  }

  private JsonNode task(Line line, String run, String kind, Predicate<JsonNode> wanted) {
    return theatre
        .until(
            line,
            () ->
                stream(theatre.person("operator").get("/api/tasks").json())
                    .filter(task -> text(task, "run").equals(run))
                    .filter(task -> text(task, "kind").equals(kind))
                    .filter(wanted)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** {@code cancel RUN}, {@code pause RUN}, {@code resume RUN}, each {@code [-> STATUS]}. */
  void act(Line line, String act) {
    String path = "/api/runs/" + theatre.run(line) + "/" + act;
    Theatre.check(line, theatre.person("operator").post(path, Map.of()), 202);
  }

  /** {@code filter NAME ACTION host NUMBER [kind KIND] [vm PATTERN]}. */
  void filter(Line line) {
    String path = filterPath(line);
    Map<String, String> filter = new HashMap<>();
    filter.put("action", line.next("pause or reject"));
    filter.put("why", "as the scenario says");
    while (line.hasNext()) {
      String part = line.next("a part");
      switch (part) {
        case "host" -> filter.put("host", theatre.address(line));
        case "kind", "vm" -> filter.put(part, line.next("a " + part));
        default -> throw line.fault("host, kind or vm");
      }
    }
    if (!filter.containsKey("host")) {
      throw line.fault("a host, since others use the same manager");
    }
    Theatre.check(line, theatre.person("operator").put(path, filter), 200);
  }

  /** {@code let-go NAME}. */
  void letGo(Line line) {
    Theatre.check(line, theatre.person("operator").delete(filterPath(line)), 200);
  }

  private String filterPath(Line line) {
    return "/api/control/filters/" + line.next("a name") + "." + theatre.scenario().net();
  }

  /** {@code await RUN STATE|asked|says TEXT|STEP STATE|STEP held}. */
  void await(Line line) {
    String run = theatre.run(line);
    String what = line.next("a state, 'asked', 'says' or a step");
    if (what.equals("says")) {
      String text = theatre.scenario().localized(line.next("a text"));
      theatre.await(line, run, found -> found.get("journal").toString().contains(text));
    } else if (what.contains(":")) {
      step(line, run, what);
    } else if (what.equals("asked")) {
      task(line, run, APPROVE, task -> true);
    } else {
      state(line, run, what);
    }
    line.end();
  }

  private void state(Line line, String run, String wanted) {
    if (List.of(RunState.values()).stream().noneMatch(state -> state.label().equals(wanted))) {
      throw line.fault("the state of a run");
    }
    JsonNode there =
        theatre.await(
            line,
            run,
            found -> text(found, "state").equals(wanted) || isOver(text(found, "state")));
    if (!text(there, "state").equals(wanted)) {
      throw new AssertionError(line + ": the run ended " + text(there, "state"));
    }
  }

  private static boolean isOver(String label) {
    return List.of(RunState.values()).stream()
        .anyMatch(state -> state.isFinal() && state.label().equals(label));
  }

  private void step(Line line, String run, String step) {
    String wanted = line.next("the state of a step, or 'held'");
    if (wanted.equals("held")) {
      theatre.await(
          line,
          run,
          found ->
              stream(found.at("/plan/steps"))
                  .anyMatch(one -> text(one, "id").equals(step) && !text(one, "limit").isEmpty()));
    } else if (List.of(StepState.values()).stream().anyMatch(s -> s.label().equals(wanted))) {
      theatre.await(line, run, found -> Rehearsal.stepState(found, step).equals(wanted));
    } else {
      throw line.fault("the state of a step, or 'held'");
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
