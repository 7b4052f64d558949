package org.xsm.engine.commandline.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.xsm.engine.commandline.server.Refused;
import org.xsm.engine.commandline.server.XsmServer;
import org.xsm.engine.commandline.terminal.Ending;
import org.xsm.engine.commandline.terminal.ExitCode;
import org.xsm.engine.commandline.text.Word;
import org.xsm.workflows.run.TaskKind;
import org.xsm.workflows.site.Printable;

/**
 * A plan that waits for approval.
 *
 * @param task as the API lists it
 * @param run as the API gives it, with the plan
 */
record PlanTask(XsmServer manager, JsonNode task, JsonNode run) {
  private static final int FEWEST_LETTERS = 8;
  private static final int NOT_FOUND = 404;

  PlanTask {
    Objects.requireNonNull(manager);
    Objects.requireNonNull(task);
    Objects.requireNonNull(run);
  }

  /** The one task of this id, or of this run. */
  static PlanTask find(XsmServer manager, String id) {
    List<JsonNode> found =
        Word.each(manager.get("api/tasks")).stream().filter(task -> isMeant(task, id)).toList();
    if (found.isEmpty()) {
      throw new Ending(
          ExitCode.STALE,
          "No plan waits for approval under '"
              + Printable.of(id)
              + "': it was decided, or has gone, or never was. xsm tasks lists what waits.");
    }
    if (found.size() > 1) {
      throw new Ending(ExitCode.ERROR, "It waits for several people; name a task: " + ids(found));
    }
    JsonNode task = found.get(0);
    String run = task.path("run").asText();
    return new PlanTask(manager, task, manager.get("api/runs/" + XsmServer.segment(run)));
  }

  private static boolean isMeant(JsonNode task, String id) {
    return task.path("kind").asText().equals(TaskKind.APPROVE_PLAN.label())
        && (task.path("id").asText().equals(id) || task.path("run").asText().equals(id));
  }

  private static String ids(List<JsonNode> tasks) {
    return tasks.stream().map(task -> Word.of(task, "id")).collect(Collectors.joining(", "));
  }

  JsonNode plan() {
    return run.path("plan");
  }

  /** The digest of the plan that is shown, and of no other. */
  String digest() {
    return plan().path("digest").asText();
  }

  /** Ends the command unless the plan is the one of this digest, or of this beginning of one. */
  void require(String digest) {
    if (digest.length() < FEWEST_LETTERS || !digest().startsWith(digest)) {
      throw new Ending(
          ExitCode.STALE,
          "The plan that waits has another digest, "
              + Word.of(plan(), "digest")
              + ". Nothing was decided; look at it again.");
    }
  }

  /** Sends a decision on the plan that is shown. */
  JsonNode decide(String act, String comment) {
    Map<String, String> words = new HashMap<>();
    words.put("digest", digest());
    words.put("comment", comment);
    try {
      return manager.send(
          "api/tasks/" + XsmServer.segment(task.path("id").asText()) + "/" + act, words);
    } catch (Refused refused) {
      if (refused.status() == NOT_FOUND) {
        throw new Ending(ExitCode.STALE, refused.getMessage());
      }
      throw refused;
    }
  }
}
