package org.xsm.webtasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.RunId;

/** What happened in the sample runs. */
final class SampleJournals {
  private SampleJournals() {}

  /** The same entries, each sealed as the store seals it. */
  static List<JournalEntry> sealed(RunId run, List<JournalEntry> journal) {
    List<JournalEntry> sealed = new ArrayList<>();
    String before = "";
    for (JournalEntry entry : journal) {
      before = Chain.hash(before, run, entry);
      sealed.add(entry.sealed(before));
    }
    return sealed;
  }

  static List<JournalEntry> approving() {
    Journal journal = new Journal(120);
    journal.add(EventKind.RUN_RECEIVED, "The file figure-3.xml came in.");
    journal.add(EventKind.SITE_OBSERVED, "5 hosts were asked; 192.168.5.105 did not answer.");
    journal.add(EventKind.PLAN_MADE, "A plan of 5 steps was made.");
    journal.add(EventKind.APPROVAL_REQUESTED, "One approver is asked.");
    return journal.entries;
  }

  static List<JournalEntry> applying() {
    Journal journal = new Journal(540);
    journal.entries.addAll(approving());
    journal.add("approver", EventKind.PLAN_APPROVED, "approver approved the plan: looks fine.");
    journal.add(EventKind.APPLYING_STARTED, "The steps are started.");
    journal.add(EventKind.STEP_READY, "create-vm:vm1", "Ready.");
    journal.add(EventKind.STEP_STARTED, "create-vm:vm1", "Started.");
    journal.add(EventKind.COMMAND_DONE, "create-vm:vm1", "The guest config lies on 192.168.5.101.");
    journal.add(EventKind.STEP_DONE, "create-vm:vm1", "vm1 runs on 192.168.5.101.");
    journal.add(EventKind.STEP_STARTED, "create-vm:vm2", "Started.");
    journal.add(EventKind.COMMAND_WAITING, "create-vm:vm2", "Waits until vm2 runs.");
    journal.add(EventKind.STEP_STARTED, "create-vm:vm3", "Started.");
    journal.add(
        EventKind.STEP_TROUBLED,
        "create-vm:vm3",
        "The host has not the memory: need 128 MiB, have 120 MiB.");
    journal.add(EventKind.STEP_READY, "create-vm:vm4", "Ready.");
    return journal.entries;
  }

  static List<JournalEntry> applied() {
    Journal journal = new Journal(11400);
    journal.entries.addAll(approving());
    journal.add(EventKind.APPLYING_STARTED, "The steps are started.");
    Samples.plan()
        .steps()
        .forEach(step -> journal.add(EventKind.STEP_DONE, step.id().value(), "Done."));
    journal.add(EventKind.RUN_APPLIED, "Everything is as wanted.");
    return journal.entries;
  }

  /** Writes entries a second apart, ending some time ago. */
  private static final class Journal {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Instant start;

    Journal(int secondsAgo) {
      start = Samples.NOW.minusSeconds(secondsAgo);
    }

    void add(EventKind kind, String text) {
      add(JournalEntry.MANAGER, kind, text);
    }

    void add(String actor, EventKind kind, String text) {
      write(actor, kind, Optional.empty(), text);
    }

    void add(EventKind kind, String step, String text) {
      write(JournalEntry.MANAGER, kind, Optional.of(new StepId(step)), text);
    }

    private void write(String actor, EventKind kind, Optional<StepId> step, String text) {
      long number = entries.size() + 1L;
      entries.add(new JournalEntry(number, start.plusSeconds(number), actor, kind, step, text, ""));
    }
  }
}
