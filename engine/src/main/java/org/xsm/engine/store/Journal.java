package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;

/**
 * Writes down what happens, and keeps the states in the run's and steps' rows equal to the fold
 * over it. The only place that changes a state.
 */
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final String SELECT =
      "select number, at, actor, kind, step_id, message, hash from xsm_journal";

  private static final List<EventKind> DECISIONS =
      List.of(
          EventKind.PLAN_APPROVED,
          EventKind.RUN_REJECTED,
          EventKind.RUN_SENT_BACK,
          EventKind.STEP_DECIDED);

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public Journal(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Until the end of the transaction nobody else writes about this run; gives its state. */
  public RunState lock(RunId run) {
    return database
        .sql("select state from xsm_run where id = ? for update")
        .param(run.value())
        .query(String.class)
        .optional()
        .map(RunState::parse)
        .orElseThrow(() -> new IllegalStateException("there is no run " + run));
  }

  /** Something happened to the run as a whole. */
  public void record(RunId run, String actor, EventKind kind, String message) {
    append(run, actor, kind, Optional.empty(), message);
    kind.runState().ifPresent(state -> setState(run, state));
  }

  /** Something happened to one of the run's steps. */
  public void record(RunId run, StepId step, String actor, EventKind kind, String message) {
    append(run, actor, kind, Optional.of(step), message);
    kind.stepState()
        .ifPresent(
            state ->
                database
                    .sql(
                        "update xsm_step set state = ?, limit_name = null where run_id = ? and step_id = ?")
                    .params(state.label(), run.value(), step.value())
                    .update());
  }

  /** Everything that was written about the run, in order. */
  public List<JournalEntry> entries(RunId run) {
    return database
        .sql(SELECT + " where run_id = ? order by number")
        .param(run.value())
        .query(Journal::entry)
        .list();
  }

  /** How often this has happened in the run. */
  public long count(RunId run, EventKind kind) {
    return database
        .sql("select count(*) from xsm_journal where run_id = ? and kind = ?")
        .params(run.value(), kind.label())
        .query(Long.class)
        .single();
  }

  /** Whether this has happened in the run since that did. */
  public boolean hasHappenedSince(RunId run, EventKind kind, EventKind that) {
    return database
            .sql(
                """
                select count(*) from xsm_journal where run_id = ? and kind = ? and number >
                  (select coalesce(max(number), 0) from xsm_journal where run_id = ? and kind = ?)""")
            .params(run.value(), kind.label(), run.value(), that.label())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The last thing that was written about the step, in words. */
  public Optional<String> findLast(RunId run, StepId step, EventKind kind) {
    return database
        .sql(
            "select message from xsm_journal where run_id = ? and step_id = ? and kind = ? order by number desc limit 1")
        .params(run.value(), step.value(), kind.label())
        .query(String.class)
        .optional();
  }

  /**
   * What people have decided of plans and steps, the newest first.
   *
   * @param most at most so much of it
   */
  public List<Decision> decisions(int most) {
    return database
        .sql(
            """
            select run_id, number, at, actor, kind, step_id, message, hash from xsm_journal
            where kind in (:kinds) order by at desc, run_id, number desc limit :most""")
        .param("kinds", DECISIONS.stream().map(EventKind::label).toList())
        .param("most", most)
        .query(
            (row, number) -> new Decision(new RunId(row.getString("run_id")), entry(row, number)))
        .list();
  }

  /** An entry that tells of a decision, with the run in whose journal it stands. */
  public record Decision(RunId run, JournalEntry entry) {}

  private void append(
      RunId run, String actor, EventKind kind, Optional<StepId> step, String message) {
    lock(run);
    Optional<JournalEntry> last = last(run);
    JournalEntry entry =
        new JournalEntry(
            last.map(JournalEntry::number).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            actor,
            kind,
            step,
            message,
            "");
    String hash = Chain.hash(last.map(JournalEntry::hash).orElse(""), run, entry);
    insert(run, entry.sealed(hash));
    if (kind.runState().filter(RunState::isFinal).isPresent()) {
      LOG.info(
          "Run {} is {}; its journal has {} entries and the seal {}",
          run,
          kind.label(),
          entry.number(),
          hash);
    }
    events.publishEvent(new RunChanged(run));
  }

  private Optional<JournalEntry> last(RunId run) {
    return database
        .sql(SELECT + " where run_id = ? order by number desc limit 1")
        .param(run.value())
        .query(Journal::entry)
        .optional();
  }

  private void insert(RunId run, JournalEntry entry) {
    database
        .sql(
            """
            insert into xsm_journal (run_id, number, at, actor, kind, step_id, message, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(run.value())
        .param(entry.number())
        .param(OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
        .param(entry.actor())
        .param(entry.kind().label())
        .param(entry.step().map(StepId::value).orElse(null))
        .param(entry.text())
        .param(entry.hash())
        .update();
  }

  private void setState(RunId run, RunState state) {
    database
        .sql("update xsm_run set state = ? where id = ?")
        .params(state.label(), run.value())
        .update();
    if (state.isFinal()) {
      database
          .sql("update xsm_run set active_content = null where id = ?")
          .param(run.value())
          .update();
    }
  }

  private static JournalEntry entry(ResultSet row, int number) throws SQLException {
    return new JournalEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        EventKind.parse(row.getString("kind")),
        Optional.ofNullable(row.getString("step_id")).map(StepId::new),
        row.getString("message"),
        row.getString("hash"));
  }
}
