package org.xsm.engine.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What the runs of a scenario say in the end: plan, findings, and the journal, that of the run
 * first and then that of each step, since steps take turns. Left out is what is another each time,
 * and progress, of which there is more on a slow machine.
 */
final class Told {
  private static final String PROGRESS = "command-waiting";

  private final Theatre theatre;

  Told(Theatre theatre) {
    this.theatre = theatre;
  }

  String text() {
    List<String> parts = new ArrayList<>();
    theatre.runs().forEach((name, id) -> parts.add(tell(name, theatre.rehearsal().run(id))));
    return String.join("\n", parts);
  }

  private String tell(String name, JsonNode run) {
    List<String> lines = new ArrayList<>();
    lines.add("run " + name + ": " + run.path("state").asText());
    run.at("/plan/steps").forEach(step -> lines.add(planned(step)));
    run.at("/plan/findings").forEach(finding -> lines.add(found(finding)));
    lines.add("journal");
    stream(run.get("journal"))
        .filter(entry -> !entry.has("step"))
        .forEach(entry -> lines.add(entry(entry)));
    steps(run)
        .forEach(
            (step, entries) -> {
              lines.add("step " + step);
              lines.addAll(entries);
            });
    return plain(String.join("\n", lines)) + "\n";
  }

  private static String planned(JsonNode step) {
    String waits = String.join(", ", texts(step.get("waitsFor")));
    return "  plan %s, %s, %s: %s%s"
        .formatted(
            step.get("id").asText(),
            step.get("manner").asText(),
            step.get("cost").asText(),
            step.get("reason").asText(),
            waits.isEmpty() ? "" : " (after " + waits + ")");
  }

  private static String found(JsonNode finding) {
    return "  finding %s, %s: %s %s"
        .formatted(
            finding.get("kind").asText(),
            finding.get("subject").asText(),
            finding.get("message").asText(),
            finding.get("advice").asText());
  }

  private static Map<String, List<String>> steps(JsonNode run) {
    Map<String, List<String>> steps = new TreeMap<>();
    stream(run.get("journal"))
        .filter(entry -> entry.has("step"))
        .filter(entry -> !entry.get("kind").asText().equals(PROGRESS))
        .forEach(
            entry ->
                steps
                    .computeIfAbsent(entry.get("step").asText(), step -> new ArrayList<>())
                    .add(entry(entry)));
    return steps;
  }

  private static String entry(JsonNode entry) {
    return "  %s %s: %s"
        .formatted(
            entry.get("actor").asText(), entry.get("kind").asText(), entry.get("text").asText());
  }

  /** Without what is another each time. */
  private String plain(String told) {
    String text = theatre.scenario().generalized(told);
    for (Map.Entry<String, String> run : theatre.runs().entrySet()) {
      text = text.replace(run.getValue(), run.getKey());
    }
    return text.replace(theatre.rehearsal().home().root().toString(), "HOME")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("(Approved plan) [0-9a-f]{12}", "$1 DIGEST")
        .replaceAll("\\b([Dd]om|[Dd]omid|[Dd]omain( id)?|domain id and UUID:) [0-9]+", "$1 #")
        .replaceAll("\\b(domain ids) [0-9, ]+[0-9]", "$1 #")
        .replaceAll("\\bport [0-9]+", "port #")
        .replaceAll("[0-9]+( MiB are free)", "#$1")
        .replaceAll("\\b(after|for|since|than|within|of) [0-9]+ (s|ms|seconds)\\b", "$1 # $2")
        .replaceAll("\\[[0-9]+]", "[#]")
        .replaceAll("\\.10\\.60\\.[0-9]+", "");
  }

  private static List<String> texts(JsonNode nodes) {
    return stream(nodes).map(JsonNode::asText).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
