package org.xsm.engine.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.Printable;

/**
 * Checks journals that were fetched with {@code GET /api/runs/ID}, without a manager: {@code java
 * -jar xsm.jar verify FILE…}.
 */
public final class Verify {
  private static final int LONGEST = 300;

  private final PrintStream out;

  /** How journals were found, the worst last. */
  public enum Finding {
    WHOLE,
    /** An entry is not as it was written. */
    CHANGED,
    /** The file is no run with its journal. */
    UNREADABLE
  }

  public Verify(PrintStream out) {
    this.out = out;
  }

  /** Prints a line about each file; answers the worst that was found. */
  public Finding verify(List<String> files) {
    return files.stream().map(this::verify).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Finding verify(String file) {
    try {
      JsonNode run = new ObjectMapper().readTree(Path.of(file).toFile());
      return judge(file, new RunId(run.required("id").asText()), journal(run.required("journal")));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      out.printf(
          "%s: is not the answer to GET /api/runs/ID: %s%n",
          file, Printable.of(unreadable.getMessage(), LONGEST));
      return Finding.UNREADABLE;
    }
  }

  private Finding judge(String file, RunId run, List<JournalEntry> journal) {
    Optional<Long> broken = Chain.findBreak(run, journal);
    if (broken.isPresent()) {
      out.printf("%s: run %s: entry %d is not as it was written%n", file, shown(run), broken.get());
      return Finding.CHANGED;
    }
    String seal = journal.isEmpty() ? "none" : journal.get(journal.size() - 1).hash();
    out.printf(
        "%s: run %s: all %d entries are as they were written; seal %s%n",
        file, shown(run), journal.size(), Printable.of(seal));
    return Finding.WHOLE;
  }

  private static String shown(RunId run) {
    return Printable.of(run.value());
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
