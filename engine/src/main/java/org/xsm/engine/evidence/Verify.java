package org.xsm.engine.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.xsm.workflows.site.Printable;

/**
 * Checks journals that were fetched with {@code GET /api/runs/ID}, without a manager: {@code java
 * -jar xsm.jar verify FILE…}.
 */
public final class Verify {
  private static final int LONGEST = 300;

  private Verify() {}

  /** How a journal was found, the worst last. */
  public enum Finding {
    WHOLE,
    /** An entry is not as it was written. */
    CHANGED,
    /** The file is no run with its journal. */
    UNREADABLE
  }

  /**
   * What was found of a file.
   *
   * @param text the same in a sentence, fit to be printed
   */
  public record Result(String file, Finding finding, String text) {}

  /** Checks a file. */
  public static Result of(String file) {
    try {
      JsonNode run = new ObjectMapper().readTree(Path.of(file).toFile());
      return judge(file, new RunId(run.required("id").asText()), journal(run.required("journal")));
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      String why = Printable.of(unreadable.getMessage(), LONGEST);
      return result(file, Finding.UNREADABLE, "is not the answer to GET /api/runs/ID: " + why);
    }
  }

  private static Result judge(String file, RunId run, List<JournalEntry> journal) {
    Optional<Long> broken = Chain.findBreak(run, journal);
    if (broken.isPresent()) {
      String text = "run %s: entry %d is not as it was written".formatted(shown(run), broken.get());
      return result(file, Finding.CHANGED, text);
    }
    String seal = journal.isEmpty() ? "none" : journal.get(journal.size() - 1).hash();
    return result(
        file,
        Finding.WHOLE,
        "run %s: all %d entries are as they were written; seal %s"
            .formatted(shown(run), journal.size(), Printable.of(seal)));
  }

  private static Result result(String file, Finding finding, String text) {
    return new Result(file, finding, Printable.of(file, LONGEST) + ": " + text);
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
