package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.site.SetName;

/**
 * The runs: what came in, what was seen, what was planned. States are changed by the {@link
 * Journal} alone.
 */
public final class JdbcRuns {
  private static final String SUMMARY =
      "select r.id, r.sets, r.state, r.file_name, r.submitted_by, r.submitted_at from xsm_run r ";
  private static final String CONTENT = "content";
  private static final String OBSERVATION = "observation";
  private static final String PLAN = "plan";
  private static final String APPROVED_PLAN = "approved-plan";

  private final JdbcClient database;
  private final Clock clock;

  public JdbcRuns(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores a run, in state received; the caller has made sure that neither its claim nor its
   * content is there.
   */
  public void add(NewRun run) {
    database
        .sql(
            """
            insert into xsm_run (id, claim, active_content, sets, file_name, submitted_by, submitted_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(run.id().value())
        .param(run.file().claim())
        .param(run.contentHash())
        .param(run.sets().stream().map(SetName::value).collect(Collectors.joining(", ")))
        .param(run.fileName())
        .param(run.file().submittedBy())
        .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param(RunState.RECEIVED.label())
        .update();
    keep(run.id(), CONTENT, Base64.getEncoder().encodeToString(run.file().content()));
    for (SetName set : run.sets()) {
      database
          .sql("insert into xsm_run_set (run_id, set_name) values (?, ?)")
          .params(run.id().value(), set.value())
          .update();
    }
  }

  /** The run that this drop, or this content while it is under way, has become. */
  public Optional<RunId> findSame(NewRun run) {
    return database
        .sql("select id from xsm_run where claim = ? or active_content = ?")
        .params(run.file().claim(), run.contentHash())
        .query(String.class)
        .optional()
        .map(RunId::new);
  }

  /** The runs under way that are about one of these sets, oldest first. */
  public List<RunSummary> listActive(Collection<SetName> sets) {
    return database
        .sql(
            SUMMARY
                + """
                where r.active_content is not null and exists
                  (select 1 from xsm_run_set s where s.run_id = r.id and s.set_name in (:sets))
                order by r.submitted_at, r.id""")
        .param("sets", sets.stream().map(SetName::value).toList())
        .query(JdbcRuns::summary)
        .list();
  }

  /** All runs under way, oldest first. */
  public List<RunSummary> listActive() {
    return database
        .sql(SUMMARY + "where r.active_content is not null order by r.submitted_at, r.id")
        .query(JdbcRuns::summary)
        .list();
  }

  /** The runs that wait behind another one and have no process yet, oldest first. */
  public List<RunSummary> listQueued() {
    return database
        .sql(
            SUMMARY
                + """
                where r.state = 'received'
                  and exists (select 1 from xsm_journal j where j.run_id = r.id and j.kind = 'run-queued')
                  and not exists (select 1 from xsm_journal j where j.run_id = r.id and j.kind = 'site-observed')
                order by r.submitted_at, r.id""")
        .query(JdbcRuns::summary)
        .list();
  }

  /** The newest runs first. */
  public List<RunSummary> list(Optional<String> set, Optional<RunState> state, int most) {
    return database
        .sql(
            SUMMARY
                + """
                where (:state = '' or r.state = :state) and (:set = '' or exists
                  (select 1 from xsm_run_set s where s.run_id = r.id and s.set_name = :set))
                order by r.submitted_at desc, r.id desc limit :most""")
        .param("state", state.map(RunState::label).orElse(""))
        .param("set", set.orElse(""))
        .param("most", most)
        .query(JdbcRuns::summary)
        .list();
  }

  public Optional<RunSummary> find(RunId id) {
    return database
        .sql(SUMMARY + "where r.id = ?")
        .param(id.value())
        .query(JdbcRuns::summary)
        .optional();
  }

  /** The names of the run's sets. */
  public List<SetName> sets(RunId id) {
    return database
        .sql("select set_name from xsm_run_set where run_id = ? order by set_name")
        .param(id.value())
        .query(String.class)
        .list()
        .stream()
        .map(SetName::new)
        .toList();
  }

  /** The file as it came. */
  public Optional<byte[]> findContent(RunId id) {
    return part(id, CONTENT).map(Base64.getDecoder()::decode);
  }

  public void keepObservation(RunId id, Observation observation) {
    keep(id, OBSERVATION, Json.write(observation));
  }

  /** What the hosts answered when this run last asked. */
  public Observation observation(RunId id) {
    return part(id, OBSERVATION)
        .map(json -> Json.read(json, Observation.class))
        .orElseThrow(() -> new IllegalStateException("run " + id + " has observed nothing yet"));
  }

  public void keepPlan(RunId id, Plan plan) {
    database
        .sql("update xsm_run set digest = ? where id = ?")
        .params(plan.digest(), id.value())
        .update();
    keep(id, PLAN, Json.write(plan));
  }

  /** The plan as it is now is the one that was approved. */
  public void keepApproved(RunId id) {
    part(id, PLAN).ifPresent(plan -> keep(id, APPROVED_PLAN, plan));
  }

  /** What was approved of the run last. */
  public Optional<Plan> findApproved(RunId id) {
    return part(id, APPROVED_PLAN).map(json -> Json.read(json, Plan.class));
  }

  public Optional<Plan> findPlan(RunId id) {
    return part(id, PLAN).map(json -> Json.read(json, Plan.class));
  }

  /** The digest of the run's plan as it is now. */
  public Optional<String> findDigest(RunId id) {
    return database
        .sql("select digest from xsm_run where id = ? and digest is not null")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  private void keep(RunId id, String name, String body) {
    int known =
        database
            .sql("update xsm_run_part set body = ? where run_id = ? and name = ?")
            .params(body, id.value(), name)
            .update();
    if (known == 0) {
      database
          .sql("insert into xsm_run_part (run_id, name, body) values (?, ?, ?)")
          .params(id.value(), name, body)
          .update();
    }
  }

  private Optional<String> part(RunId id, String name) {
    return database
        .sql("select body from xsm_run_part where run_id = ? and name = ?")
        .params(id.value(), name)
        .query(String.class)
        .optional();
  }

  private static RunSummary summary(ResultSet row, int number) throws SQLException {
    return new RunSummary(
        new RunId(row.getString("id")),
        row.getString("sets"),
        RunState.parse(row.getString("state")),
        row.getString("file_name"),
        row.getString("submitted_by"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant());
  }
}
