package org.xsm.engine.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.site.HostName;

/** When machines were seen at the stages of their ways. */
public final class JdbcStages {
  private final JdbcClient database;
  private final Clock clock;

  public JdbcStages(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A deployment, by its run and step. */
  public record Deployment(RunId run, StepId step) {}

  /** The newest deployment of this machine; empty where none was ever planned. */
  public Optional<Deployment> findNewest(HostName machine) {
    return database
        .sql(
            "select s.run_id, s.step_id from xsm_step s join xsm_run r on r.id = s.run_id"
                + " where s.kind = ? and s.vm = ? order by r.submitted_at desc, r.id desc limit 1")
        .params(StepKind.DEPLOY_HOST.label(), machine.value())
        .query(
            (row, number) ->
                new Deployment(
                    new RunId(row.getString("run_id")), new StepId(row.getString("step_id"))))
        .optional();
  }

  /** The machine's way begins, so that it was seen nowhere yet. */
  public void begin(RunId run, StepId step) {
    database
        .sql("delete from xsm_stage where run_id = ? and step_id = ?")
        .params(run.value(), step.value())
        .update();
  }

  /** The machine is at this stage now. Only the first time counts. */
  public void reach(RunId run, StepId step, Stage stage) {
    boolean known =
        database
            .sql("select 1 from xsm_stage where run_id = ? and step_id = ? and stage = ?")
            .params(run.value(), step.value(), stage.label())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!known) {
      database
          .sql("insert into xsm_stage (run_id, step_id, stage, at) values (?, ?, ?, ?)")
          .params(run.value(), step.value(), stage.label(), now())
          .update();
    }
  }

  /** When the machine was first seen where. */
  public Map<Stage, Instant> reached(RunId run, StepId step) {
    Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    database
        .sql("select stage, at from xsm_stage where run_id = ? and step_id = ?")
        .params(run.value(), step.value())
        .query(
            row -> {
              reached.put(
                  Stage.parse(row.getString("stage")),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            });
    return reached;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
