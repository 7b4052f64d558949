package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.run.Chain;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;

/**
 * What a dead manager has left in its database: looked at in a copy, so that the next manager finds
 * it as it was left.
 */
final class Evidence implements AutoCloseable {
  private static final List<String> LEFT =
      List.of("ACT_RU_EXECUTION", "ACT_RU_EXT_TASK", "ACT_RU_TASK", "ACT_RU_INCIDENT");

  private final SingleConnectionDataSource source;
  private final JdbcClient database;

  /** A run as its row says. */
  record Row(RunId id, String fileName, RunState state) {}

  private Evidence(SingleConnectionDataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  /** Of the manager of this home, which must not run. */
  static Evidence of(Path home) {
    Path copy = home.resolve("crash/copy");
    try {
      Files.copy(
          home.resolve("data/xsm.mv.db"),
          copy.resolveSibling("copy.mv.db"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Evidence(new SingleConnectionDataSource("jdbc:h2:file:" + copy, "xsm", "", true));
  }

  /** The run of this file; empty as long as it is not there. */
  Optional<Row> find(String fileName) {
    List<Row> rows = runs().stream().filter(run -> run.fileName().equals(fileName)).toList();
    assertThat(rows).as("runs of %s", fileName).hasSizeLessThan(2);
    return rows.stream().findFirst();
  }

  /** The run of this file has ended, and so has its process. */
  boolean isOver(String fileName) {
    return find(fileName).filter(run -> run.state().isFinal()).isPresent() && isNothingLeft();
  }

  private boolean isNothingLeft() {
    return LEFT.stream().allMatch(table -> count(table) == 0);
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<Row> runs() {
    return database
        .sql("select id, file_name, state from xsm_run order by submitted_at")
        .query(
            (row, number) ->
                new Row(
                    new RunId(row.getString(1)),
                    row.getString(2),
                    RunState.parse(row.getString(3))))
        .list();
  }

  /** Each journal is as it was written, and each state is what its journal says. */
  void check() {
    for (Row run : runs()) {
      List<JournalEntry> journal = journal(run.id());
      assertThat(Chain.findBreak(run.id(), journal))
          .as("break in the journal of %s", run)
          .isEmpty();
      assertThat(run.state().label())
          .as("state of %s after %s", run, journal)
          .isEqualTo(lastState(journal));
    }
  }

  private static String lastState(List<JournalEntry> journal) {
    return journal.stream()
        .flatMap(entry -> entry.kind().runState().stream())
        .reduce((first, second) -> second)
        .map(RunState::label)
        .orElse("none");
  }

  /** The run has ended so, each of its steps has been done at most once, and nothing waits. */
  void checkEnd(String fileName, String state) {
    Row run = find(fileName).orElseThrow();
    List<JournalEntry> journal = journal(run.id());
    assertThat(run.state().label()).as("%s: %s", fileName, journal).isEqualTo(state);
    List<Optional<StepId>> done =
        journal.stream()
            .filter(entry -> entry.kind() == EventKind.STEP_DONE)
            .map(JournalEntry::step)
            .toList();
    assertThat(done).as("steps done in %s", fileName).doesNotHaveDuplicates();
    assertThat(steps(run.id())).as("steps of %s", fileName).allMatch(Evidence::isThrough);
  }

  private static boolean isThrough(String state) {
    return List.of("done", "skipped").contains(state);
  }

  private List<String> steps(RunId run) {
    return database
        .sql("select state from xsm_step where run_id = ?")
        .param(run.value())
        .query(String.class)
        .list();
  }

  /** No process waits for anything any more. */
  void checkNothingIsLeft() {
    for (String table : LEFT) {
      assertThat(count(table)).as("rows in %s", table).isZero();
    }
  }

  private List<JournalEntry> journal(RunId run) {
    return database
        .sql(
            "select number, at, actor, kind, step_id, message, hash from xsm_journal where run_id = ? order by number")
        .param(run.value())
        .query(Evidence::entry)
        .list();
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

  @Override
  public void close() {
    source.destroy();
  }
}
