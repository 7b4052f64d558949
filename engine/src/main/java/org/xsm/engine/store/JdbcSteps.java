package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.Slots.Candidate;
import org.xsm.workflows.run.Slots.Delivery;
import org.xsm.workflows.run.StepState;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.ImageName;

/** The steps of runs that are applied: the graph, and where each step stands. */
public final class JdbcSteps {
  private static final String CANDIDATE =
      "select s.run_id, s.step_id, s.kind, s.vm, s.host, s.from_host, s.image, s.image_session from xsm_step s ";

  private final JdbcClient database;

  public JdbcSteps(JdbcClient database) {
    this.database = database;
  }

  /** Lays the plan's graph down, every step waiting, in the place of an earlier plan's. */
  public void add(RunId run, Plan plan) {
    database.sql("delete from xsm_step_wait where run_id = ?").param(run.value()).update();
    database.sql("delete from xsm_step where run_id = ?").param(run.value()).update();
    int turn = 0;
    for (Step step : inTurns(plan.steps())) {
      database
          .sql(
              "insert into xsm_step (run_id, step_id, turn, host, from_host, state, kind, vm, image, image_session, step) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              run.value(),
              step.id().value(),
              turn++,
              step.host().value(),
              step.from().map(HostAddress::value).orElse(null),
              StepState.WAITING.label(),
              step.kind().label(),
              step.target(),
              Delivery.of(step).map(each -> each.image().value()).orElse(null),
              Delivery.of(step).flatMap(Delivery::session).orElse(null),
              Json.write(step))
          .update();
      for (StepId before : step.waitsFor()) {
        database
            .sql("insert into xsm_step_wait (run_id, step_id, waits_for) values (?, ?, ?)")
            .params(run.value(), step.id().value(), before.value())
            .update();
      }
    }
  }

  /** The step as it was approved. */
  public Step get(RunId run, StepId step) {
    return database
        .sql("select step from xsm_step where run_id = ? and step_id = ?")
        .params(run.value(), step.value())
        .query(String.class)
        .optional()
        .map(json -> Json.read(json, Step.class))
        .orElseThrow(() -> new IllegalStateException("run " + run + " has no step " + step));
  }

  /** The step as it was approved, which has to do with a VM. */
  public VmStep getVmStep(RunId run, StepId step) {
    return (VmStep) get(run, step);
  }

  /** The step as it was approved, which has to do with a machine. */
  public HostStep getHostStep(RunId run, StepId step) {
    return (HostStep) get(run, step);
  }

  /** Where the step stands. */
  public StepState state(RunId run, StepId step) {
    return StepState.parse(
        database
            .sql("select state from xsm_step where run_id = ? and step_id = ?")
            .params(run.value(), step.value())
            .query(String.class)
            .single());
  }

  /** The steps of all other runs that are applied, and not at their end. */
  public List<Step> listOpenBut(RunId run) {
    return database
        .sql(
            """
            select s.step from xsm_step s join xsm_run r on r.id = s.run_id
            where r.active_content is not null and s.run_id <> ?
              and s.state in ('waiting', 'ready', 'running', 'trouble')""")
        .param(run.value())
        .query(String.class)
        .list()
        .stream()
        .map(json -> Json.read(json, Step.class))
        .toList();
  }

  /** Whether another step of the run that is about the same VM is done. */
  public boolean isAnotherDone(RunId run, Step step) {
    return database
            .sql(
                "select count(*) from xsm_step where run_id = ? and vm = ? and step_id <> ? and state = 'done'")
            .params(run.value(), step.target(), step.id().value())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The steps so ordered that hosts take turns. */
  static List<Step> inTurns(List<Step> steps) {
    Map<HostAddress, List<Step>> byHost =
        steps.stream()
            .collect(Collectors.groupingBy(Step::host, TreeMap::new, Collectors.toList()));
    List<Step> ordered = new ArrayList<>();
    int longest = byHost.values().stream().map(List::size).max(Comparator.naturalOrder()).orElse(0);
    for (int round = 0; round < longest; round++) {
      for (List<Step> ofHost : byHost.values()) {
        if (round < ofHost.size()) {
          ordered.add(ofHost.get(round));
        }
      }
    }
    return ordered;
  }

  /** The waiting steps of this run for which everything that they wait for is done. */
  public List<StepId> listReleased(RunId run) {
    return ids(
        """
        select s.step_id from xsm_step s where s.run_id = ? and s.state = 'waiting' and not exists
          (select 1 from xsm_step_wait w join xsm_step b on b.run_id = w.run_id and b.step_id = w.waits_for
           where w.run_id = s.run_id and w.step_id = s.step_id and b.state <> 'done')
        order by s.turn""",
        run.value());
  }

  /** The steps not yet started that wait for this step, directly. */
  public List<StepId> listWaitingFor(RunId run, StepId step) {
    return ids(
        """
        select s.step_id from xsm_step_wait w join xsm_step s on s.run_id = w.run_id and s.step_id = w.step_id
        where w.run_id = ? and w.waits_for = ? and s.state = 'waiting' order by s.turn""",
        run.value(),
        step.value());
  }

  /** The steps of this run that have not started. */
  public List<StepId> listNotStarted(RunId run) {
    return ids(
        "select step_id from xsm_step where run_id = ? and state in ('waiting', 'ready') order by turn",
        run.value());
  }

  /** The first ready steps of all runs, in the order in which they should start. */
  public List<Candidate> listReady(int most) {
    return database
        .sql(CANDIDATE + "where s.state = 'ready' order by s.turn, s.run_id limit ?")
        .param(most)
        .query(JdbcSteps::candidate)
        .list();
  }

  /** The steps that were started since then. */
  public List<Candidate> listStartedSince(Instant then) {
    return database
        .sql(
            CANDIDATE
                + """
                join xsm_journal j on j.run_id = s.run_id and j.step_id = s.step_id
                where j.kind = 'step-started' and j.at >= ?""")
        .param(OffsetDateTime.ofInstant(then, ZoneOffset.UTC))
        .query(JdbcSteps::candidate)
        .list();
  }

  private static Candidate candidate(ResultSet row, int number) throws SQLException {
    return new Candidate(
        new RunId(row.getString("run_id")),
        new StepId(row.getString("step_id")),
        StepKind.parse(row.getString("kind")),
        row.getString("vm"),
        hosts(row),
        Optional.ofNullable(row.getString("image")).map(ImageName::new).map(delivered(row)));
  }

  private static Function<ImageName, Delivery> delivered(ResultSet row) throws SQLException {
    Optional<String> session = Optional.ofNullable(row.getString("image_session"));
    return image -> new Delivery(image, session);
  }

  /** The steps that run now, over all runs. */
  public List<Candidate> listRunning() {
    return database.sql(CANDIDATE + "where s.state = 'running'").query(JdbcSteps::candidate).list();
  }

  private static List<HostAddress> hosts(ResultSet row) throws SQLException {
    return Stream.of(row.getString("host"), row.getString("from_host"))
        .filter(Objects::nonNull)
        .map(HostAddress::new)
        .distinct()
        .toList();
  }

  /** Notes which limit a ready step waits for. */
  public void hold(Candidate step, String limit) {
    database
        .sql(
            "update xsm_step set limit_name = ? where run_id = ? and step_id = ? and (limit_name is null or limit_name <> ?)")
        .params(limit, step.run().value(), step.step().value(), limit)
        .update();
  }

  /** Which limit each ready step of this run waits for. */
  public Map<StepId, String> limits(RunId run) {
    Map<StepId, String> limits = new HashMap<>();
    database
        .sql("select step_id, limit_name from xsm_step where run_id = ? and limit_name is not null")
        .param(run.value())
        .query(
            (RowCallbackHandler)
                row ->
                    limits.put(new StepId(row.getString("step_id")), row.getString("limit_name")));
    return limits;
  }

  /** How many of the run's steps are in each state. */
  public Map<StepState, Integer> count(RunId run) {
    Map<StepState, Integer> counts = new HashMap<>();
    database
        .sql("select state, count(*) as steps from xsm_step where run_id = ? group by state")
        .param(run.value())
        .query(
            (RowCallbackHandler)
                row -> counts.put(StepState.parse(row.getString("state")), row.getInt("steps")));
    return counts;
  }

  private List<StepId> ids(String sql, Object... params) {
    return database.sql(sql).params(params).query(String.class).list().stream()
        .map(StepId::new)
        .toList();
  }
}
