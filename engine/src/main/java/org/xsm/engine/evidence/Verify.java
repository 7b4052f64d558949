package org.xsm.engine.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.RunId;

/**
 * {@code java -jar xsm.jar verify FILE…}: checks journals that were fetched with {@code GET
 * /api/runs/ID}, without a manager. Ends with 0 when all are as they were written, with 1 when one
 * is not, with 2 when one cannot be read.
 */
public final class Verify {
  private static final int WHOLE = 0;
  private static final int CHANGED = 1;
  private static final int UNREADABLE = 2;

  private final PrintStream out;

  Verify(PrintStream out) {
    this.out = out;
  }

  public static void main(List<String> files) {
    System.exit(new Verify(System.out).verify(files));
  }

  int verify(List<String> files) {
    if (files.isEmpty()) {
      out.println("verify FILE…: each file is the answer to GET /api/runs/ID");
      return UNREADABLE;
    }
    return files.stream().mapToInt(this::verify).max().orElseThrow();
  }

  private int verify(String file) {
    try {
      JsonNode run = new ObjectMapper().readTree(Path.of(file).toFile());
      return judge(file, new RunId(run.required("id").asText()), journal(run.required("journal")));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      out.printf("%s: is not the answer to GET /api/runs/ID: %s%n", file, unreadable.getMessage());
      return UNREADABLE;
    }
  }

  private int judge(String file, RunId run, List<JournalEntry> journal) {
    Optional<Long> broken = Chain.findBreak(run, journal);
    if (broken.isPresent()) {
      out.printf("%s: run %s: entry %d is not as it was written%n", file, run, broken.get());
      return CHANGED;
    }
    String seal = journal.isEmpty() ? "none" : journal.get(journal.size() - 1).hash();
    out.printf(
        "%s: run %s: all %d entries are as they were written; seal %s%n",
        file, run, journal.size(), seal);
    return WHOLE;
  }

  private static List<JournalEntry> journal(JsonNode entries) {
    List<JournalEntry> journal = new ArrayList<>();
    for (JsonNode entry : entries) {
      journal.add(
          new JournalEntry(
              entry.required("number").asLong(),
              Instant.parse(entry.required("at").asText()),
              entry.required("actor").asText(),
              EventKind.parse(entry.required("kind").asText()),
              Optional.ofNullable(entry.get("step")).map(JsonNode::asText).map(StepId::new),
              entry.required("text").asText(),
              entry.required("hash").asText()));
    }
    return journal;
  }
}
