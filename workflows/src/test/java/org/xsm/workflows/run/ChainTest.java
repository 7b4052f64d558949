package org.xsm.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.xsm.workflows.plan.StepId;

class ChainTest {
  private static final RunId RUN = new RunId("20261122-161753-z7kd5");
  private static final int LENGTH = 6;

  @Property(tries = 200)
  void a_journal_is_whole_as_it_was_written(@ForAll List<String> texts) {
    assertThat(Chain.findBreak(RUN, journal(texts))).isEmpty();
  }

  @Property(tries = 200)
  void a_changed_entry_is_found_at_its_number(
      @ForAll @IntRange(max = LENGTH - 1) int changed,
      @ForAll @StringLength(max = 9) String other) {
    List<JournalEntry> journal = journal(List.of("a", "b", "c", "d", "e", "f"));
    JournalEntry old = journal.get(changed);
    journal.set(
        changed,
        new JournalEntry(
            old.number(), old.at(), old.actor(), old.kind(), old.step(), other, old.hash()));

    assertThat(Chain.findBreak(RUN, journal))
        .isEqualTo(other.equals(old.text()) ? Optional.empty() : Optional.of((long) changed + 1));
  }

  @Property(tries = 50)
  void a_missing_entry_is_found_where_it_was(@ForAll @IntRange(max = LENGTH - 2) int missing) {
    List<JournalEntry> journal = journal(List.of("a", "b", "c", "d", "e", "f"));
    journal.remove(missing);
    assertThat(Chain.findBreak(RUN, journal)).contains((long) missing + 1);
  }

  @Property(tries = 20)
  void an_entry_of_another_run_does_not_fit(@ForAll @StringLength(min = 1, max = 9) String other) {
    List<JournalEntry> journal = journal(List.of("a", "b"));
    assertThat(Chain.findBreak(new RunId(other), journal)).contains(1L);
  }

  private static List<JournalEntry> journal(List<String> texts) {
    List<JournalEntry> journal = new ArrayList<>();
    String previous = "";
    for (String text : texts) {
      JournalEntry entry =
          new JournalEntry(
              journal.size() + 1,
              Instant.ofEpochMilli(1_700_000_000_123L + journal.size()),
              JournalEntry.MANAGER,
              EventKind.STEP_DONE,
              journal.size() % 2 == 0 ? Optional.empty() : Optional.of(new StepId("create-vm:vm1")),
              text,
              "");
      previous = Chain.hash(previous, RUN, entry);
      journal.add(entry.sealed(previous));
    }
    return journal;
  }
}
