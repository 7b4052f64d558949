package org.xsm.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Filter;
import org.xsm.workflows.run.Holds;
import org.xsm.workflows.run.Holds.Stop;
import org.xsm.workflows.run.RunId;

/**
 * What people hold the manager back with. The stop switch is thrown in the database, or by a file;
 * when it cannot be told whether the file is there, it counts as thrown.
 */
public final class JdbcHolds {
  private final JdbcClient database;
  private final Path stopFile;

  /**
   * @param stopFile throws the stop switch as long as it is there
   */
  public JdbcHolds(JdbcClient database, Path stopFile) {
    this.database = database;
    this.stopFile = stopFile;
  }

  /** Everything that holds something back now. */
  public Holds get() {
    return new Holds(findStop(), paused(), filters());
  }

  /** Who has thrown the stop switch. */
  public Optional<Stop> findStop() {
    if (!Files.notExists(stopFile)) {
      return Optional.of(
          new Stop(
              "file:" + stopFile.getFileName(),
              "The file " + stopFile + " is there. Remove it to go on."));
    }
    return database
        .sql("select stopped_by, stopped_why from xsm_installation where stopped_by is not null")
        .query((row, number) -> new Stop(row.getString("stopped_by"), row.getString("stopped_why")))
        .optional();
  }

  public void stop(Stop stop) {
    database
        .sql("update xsm_installation set stopped_by = ?, stopped_why = ?")
        .params(stop.by(), stop.why())
        .update();
  }

  public void release() {
    database.sql("update xsm_installation set stopped_by = null, stopped_why = null").update();
  }

  private Set<RunId> paused() {
    return database
        .sql("select id from xsm_run where paused_by is not null and active_content is not null")
        .query(String.class)
        .list()
        .stream()
        .map(RunId::new)
        .collect(Collectors.toSet());
  }

  /** Whether somebody holds the run up. */
  public boolean isPaused(RunId run) {
    return paused().contains(run);
  }

  public void pause(RunId run, String by) {
    database.sql("update xsm_run set paused_by = ? where id = ?").params(by, run.value()).update();
  }

  public void resume(RunId run) {
    database.sql("update xsm_run set paused_by = null where id = ?").param(run.value()).update();
  }

  private List<Filter> filters() {
    return database.sql("select * from xsm_filter order by name").query(JdbcHolds::filter).list();
  }

  /** Sets the filter, in the place of the one of its name. */
  public void set(Filter filter) {
    remove(filter.name());
    database
        .sql(
            """
            insert into xsm_filter (name, action, host, kind, vm, per_minute, why, set_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(filter.name())
        .param(filter.action().label())
        .param(filter.host())
        .param(filter.kind().map(StepKind::label).orElse(null))
        .param(filter.vm())
        .param(filter.perMinute())
        .param(filter.why())
        .param(filter.setBy())
        .update();
  }

  /** Whether there was such a filter. */
  public boolean remove(String filter) {
    return database.sql("delete from xsm_filter where name = ?").param(filter).update() > 0;
  }

  private static Filter filter(ResultSet row, int number) throws SQLException {
    return new Filter(
        row.getString("name"),
        Filter.Action.parse(row.getString("action")),
        row.getString("host"),
        Optional.ofNullable(row.getString("kind")).map(StepKind::parse),
        row.getString("vm"),
        row.getInt("per_minute"),
        row.getString("why"),
        row.getString("set_by"));
  }
}
