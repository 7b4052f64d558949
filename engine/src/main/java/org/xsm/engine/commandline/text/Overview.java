package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lists of runs and of tasks, a line each. */
public final class Overview {
  private Overview() {}

  /**
   * @param runs as the API lists them
   */
  public static List<String> runs(JsonNode runs) {
    Table table = new Table("RUN", "STATE", "SUBMITTED", "BY", "SET");
    for (JsonNode run : runs) {
      table.add(
          Word.of(run, "id"),
          Word.of(run, "state"),
          moment(Word.of(run, "submittedAt")),
          Word.of(run, "submittedBy"),
          Word.of(run, "set"));
    }
    return runs.isEmpty() ? List.of("There is no run.") : table.lines();
  }

  /**
   * @param tasks as the API lists them
   */
  public static List<String> tasks(JsonNode tasks) {
    Table table = new Table("TASK", "RUN", "DUE", "CLAIMED BY", "FOR", "TITLE");
    for (JsonNode task : tasks) {
      table.add(
          Word.of(task, "id"),
          Word.of(task, "run"),
          orNone(moment(Word.of(task, "due"))),
          orNone(Word.of(task, "assignee")),
          String.join(",", Word.all(task, "candidates")),
          Word.of(task, "title"));
    }
    return tasks.isEmpty() ? List.of("Nothing waits for a person.") : table.lines();
  }

  /** To the second, in UTC, as the manager has it. */
  static String moment(String instant) {
    return instant.length() > 19 ? instant.substring(0, 19) + "Z" : instant;
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
