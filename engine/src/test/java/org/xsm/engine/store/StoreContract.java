package org.xsm.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.UndertakenHost;
import org.xsm.workflows.plan.UndertakenVm;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.Limits;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.Slots;
import org.xsm.workflows.run.StepState;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.View;
import org.xsm.workflows.run.Views;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** What the store promises on every database. */
abstract class StoreContract {
  private static final SetName SET = new SetName("My_site");
  private static final RunId RUN = new RunId("run-1");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

  private final List<RunChanged> changes = new ArrayList<>();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private JdbcClient database;
  private TransactionTemplate transaction;
  private Journal journal;
  private JdbcRuns runs;
  private JdbcSteps steps;
  private UndertakenHosts machines;
  private UndertakenVms undertaken;
  private JdbcHosts hosts;

  /** A database of the kind that is under test, which this test alone uses. */
  abstract DataSource database();

  @BeforeEach
  void open_an_empty_store() {
    DataSource source = database();
    Flyway flyway = Flyway.configure().dataSource(source).cleanDisabled(false).load();
    flyway.clean();
    flyway.migrate();
    database = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    journal = new Journal(database, event -> changes.add((RunChanged) event), clock);
    runs = new JdbcRuns(database, clock);
    steps = new JdbcSteps(database);
    machines = new UndertakenHosts(database);
    undertaken = new UndertakenVms(database, machines);
    Installation installation = new Installation(database);
    installation.id();
    hosts = new JdbcHosts(database, installation, clock);
  }

  @Test
  void decisions_are_found_over_all_runs_the_newest_first() {
    RunId other = new RunId("run-2");
    transaction.executeWithoutResult(
        status -> {
          runs.add(run(RUN, "claim-1", "<a/>"));
          runs.add(run(other, "claim-2", "<b/>"));
          journal.record(RUN, "ann", EventKind.PLAN_APPROVED, "Approved.");
          journal.record(RUN, "xsm", EventKind.APPLYING_STARTED, "Carrying out.");
          journal.record(other, "bob", EventKind.RUN_SENT_BACK, "Sent back: less.");
        });

    assertThat(journal.decisions(9))
        .extracting(made -> made.run(), made -> made.entry().actor())
        .containsExactlyInAnyOrder(tuple(RUN, "ann"), tuple(other, "bob"));
    assertThat(journal.decisions(1)).hasSize(1);
    assertThat(runs.find(other).orElseThrow().state()).isEqualTo(RunState.REJECTED);
  }

  @Test
  void a_person_keeps_views_under_names_and_not_too_many() {
    JdbcViews views = new JdbcViews(database);
    Person ann = new Person("ann", Set.of());
    views.keep(ann, new View("mine", "set=a"));
    views.keep(ann, new View("mine", "set=b"));

    assertThat(views.of(ann)).containsExactly(new View("mine", "set=b"));
    assertThat(views.of(new Person("bob", Set.of()))).isEmpty();
    for (int more = 1; more < Views.MOST; more++) {
      assertThat(views.keep(ann, new View("view " + more, ""))).isEqualTo(Verdict.taken());
    }
    assertThat(views.keep(ann, new View("one too many", ""))).isInstanceOf(Verdict.Refused.class);
    assertThat(views.keep(ann, new View("mine", "set=c"))).isEqualTo(Verdict.taken());
    views.forget(ann, "mine");
    assertThat(views.of(ann)).hasSize(Views.MOST - 1);
  }

  private static NewRun run(RunId id, String claim, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new NewRun(id, new SubmittedFile(claim, "site.xml", bytes, "file:root"), List.of(SET));
  }

  private static Vm vm(String name, String host) {
    return new Vm(
        new VmName(name),
        new TemplateName("apache_svr"),
        new HostAddress(host),
        4,
        new MacAddress("AA:00:00:00:00:01"),
        new IpSetting.Fixed(new IpAddress("10.0.0.9"), Optional.of(24), Optional.empty()),
        96);
  }

  private static VmStep step(String name, String host, String... waitsFor) {
    return step(name, vm("vm1", host), waitsFor);
  }

  private static VmStep step(Vm vm) {
    return step("a", vm);
  }

  private static VmStep step(String name, Vm vm, String... waitsFor) {
    return new VmStep(
        new StepId(name),
        StepKind.CREATE_VM,
        Manner.PLAIN,
        SET,
        vm,
        Optional.of(new HostAddress("10.0.0.7")),
        UUID.fromString("6f1d6a0e-0000-5000-8000-000000000001"),
        "name = \"ü → '\"",
        List.of(waitsFor).stream().map(StepId::new).toList(),
        Cost.NONE,
        Duration.ofSeconds(15),
        "because");
  }

  private static final Plan PLAN =
      new Plan(
          "d1gest",
          List.of(step("a", "10.0.0.1"), step("b", "10.0.0.1"), step("c", "10.0.0.2", "a", "b")),
          List.of(new Finding(FindingKind.NO_MEMORY, "vm9", "too little", "less")));

  @Test
  void a_run_is_found_by_its_claim_and_while_it_is_under_way_by_its_content() {
    runs.add(run(RUN, "claim-1", "<a/>"));

    assertThat(runs.findSame(run(new RunId("x"), "claim-1", "<other/>"))).contains(RUN);
    assertThat(runs.findSame(run(new RunId("x"), "claim-2", "<a/>"))).contains(RUN);
    assertThat(runs.findSame(run(new RunId("x"), "claim-2", "<b/>"))).isEmpty();

    transaction.executeWithoutResult(
        s -> journal.record(RUN, "xsm", EventKind.RUN_APPLIED, "done"));

    assertThat(runs.findSame(run(new RunId("x"), "claim-2", "<a/>"))).isEmpty();
    assertThat(runs.findSame(run(new RunId("x"), "claim-1", "<a/>"))).contains(RUN);
  }

  @Test
  void the_same_claim_cannot_be_stored_twice() {
    runs.add(run(RUN, "claim-1", "<a/>"));

    assertThatThrownBy(() -> runs.add(run(new RunId("run-2"), "claim-1", "<b/>")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void content_comes_back_byte_for_byte() {
    byte[] bytes = new byte[3_000_000];
    new java.util.Random(7).nextBytes(bytes);
    runs.add(new NewRun(RUN, new SubmittedFile("c", "site.xml", bytes, "x"), List.of(SET)));

    assertThat(runs.findContent(RUN))
        .hasValueSatisfying(content -> assertThat(content).isEqualTo(bytes));
  }

  @Test
  void plans_and_observations_come_back_as_they_were() {
    Observation observation =
        new Observation(
            List.of(
                new HostFound.Up(
                    new HostAddress("10.0.0.1"),
                    "xl 4.17.5",
                    8,
                    1024,
                    626,
                    List.of(
                        new Domain(
                            3,
                            "(null)",
                            Optional.empty(),
                            1,
                            64,
                            DomainState.PAUSED,
                            List.of("aa:bb")))),
                new HostFound.Unknown(new HostAddress("10.0.0.2"), "silent")));
    runs.add(run(RUN, "c", "<a/>"));

    runs.keepPlan(RUN, PLAN);
    runs.keepObservation(RUN, observation);

    assertThat(runs.findPlan(RUN)).contains(PLAN);
    assertThat(runs.findDigest(RUN)).contains("d1gest");
    assertThat(runs.observation(RUN)).isEqualTo(observation);
  }

  @Test
  void the_rows_states_are_the_fold_over_the_journal() {
    runs.add(run(RUN, "c", "<a/>"));
    runs.keepPlan(RUN, PLAN);
    steps.add(RUN, PLAN);

    transaction.executeWithoutResult(
        s -> {
          journal.record(RUN, "xsm", EventKind.APPLYING_STARTED, "go");
          journal.record(RUN, new StepId("a"), "xsm", EventKind.STEP_STARTED, "a");
          journal.record(RUN, new StepId("a"), "xsm", EventKind.STEP_TROUBLED, "oh");
          journal.record(RUN, new StepId("b"), "xsm", EventKind.STEP_DONE, "b");
        });

    Run run =
        new Run(
            runs.find(RUN).orElseThrow(),
            runs.findPlan(RUN),
            runs.findApproved(RUN),
            journal.entries(RUN),
            Map.of(),
            false);
    assertThat(run.summary().state()).isEqualTo(RunState.APPLYING);
    assertThat(run.stepStates())
        .containsExactly(
            Map.entry(new StepId("a"), StepState.TROUBLE),
            Map.entry(new StepId("b"), StepState.DONE),
            Map.entry(new StepId("c"), StepState.WAITING));
    run.stepStates().forEach((id, state) -> assertThat(steps.state(RUN, id)).isEqualTo(state));
    assertThat(run.journal()).extracting(entry -> entry.number()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(run.journal().get(0).at()).isEqualTo(NOW);
    assertThat(changes).hasSize(4);
  }

  @Test
  void a_step_is_released_when_all_that_it_waits_for_is_done() {
    runs.add(run(RUN, "c", "<a/>"));
    steps.add(RUN, PLAN);

    assertThat(steps.listReleased(RUN))
        .extracting(StepId::value)
        .containsExactlyInAnyOrder("a", "b");
    transaction.executeWithoutResult(
        s -> journal.record(RUN, new StepId("a"), "xsm", EventKind.STEP_DONE, ""));
    assertThat(steps.listReleased(RUN)).extracting(StepId::value).containsExactly("b");
    transaction.executeWithoutResult(
        s -> journal.record(RUN, new StepId("b"), "xsm", EventKind.STEP_DONE, ""));
    assertThat(steps.listReleased(RUN)).extracting(StepId::value).containsExactly("c");
    assertThat(steps.listWaitingFor(RUN, new StepId("a")))
        .extracting(StepId::value)
        .containsExactly("c");
  }

  @Test
  void steps_start_so_that_hosts_take_turns_and_say_which_limit_they_wait_for() {
    runs.add(run(RUN, "c", "<a/>"));
    steps.add(RUN, PLAN);
    transaction.executeWithoutResult(
        s ->
            List.of("a", "b", "c")
                .forEach(
                    id -> journal.record(RUN, new StepId(id), "xsm", EventKind.STEP_READY, "")));

    assertThat(steps.listReady(100))
        .extracting(step -> step.step().value())
        .containsExactly("a", "c", "b");
    steps.hold(steps.listReady(100).get(2), Limits.COMMANDS_PER_HOST);
    assertThat(steps.limits(RUN))
        .containsExactly(Map.entry(new StepId("b"), Limits.COMMANDS_PER_HOST));
    transaction.executeWithoutResult(
        s -> journal.record(RUN, new StepId("b"), "xsm", EventKind.STEP_STARTED, ""));
    assertThat(steps.limits(RUN)).isEmpty();
    assertThat(steps.listRunning())
        .extracting(Slots.Candidate::hosts)
        .containsExactly(List.of(new HostAddress("10.0.0.1"), new HostAddress("10.0.0.7")));
    assertThat(steps.get(RUN, new StepId("c"))).isEqualTo(PLAN.steps().get(2));
  }

  @Test
  void many_writers_of_one_journal_leave_no_gap() throws Exception {
    runs.add(run(RUN, "c", "<a/>"));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        writers.add(
            () -> {
              transaction.executeWithoutResult(
                  s -> journal.record(RUN, "xsm", EventKind.SITE_OBSERVED, "."));
              return null;
            });
      }
      for (Future<Void> written : pool.invokeAll(writers)) {
        written.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(journal.entries(RUN))
        .extracting(entry -> entry.number())
        .hasSize(64)
        .doesNotHaveDuplicates();
  }

  @Test
  void undertaken_vms_come_back_as_a_site_in_the_files_order() {
    VmSet set =
        new VmSet(
            SET, Optional.of("root@domain.com"), List.of(vm("b", "10.0.0.1"), vm("a", "10.0.0.2")));
    undertaken.remember(set);
    undertaken.undertake(step(vm("a", "10.0.0.2")));
    undertaken.undertake(step(vm("b", "10.0.0.9")));
    undertaken.undertake(step(vm("b", "10.0.0.1")));
    undertaken.order(set);

    assertThat(undertaken.site().sets()).containsExactly(set);
    undertaken.forget(SET, new VmName("b"));
    assertThat(undertaken.site().vms()).containsExactly(vm("a", "10.0.0.2"));
  }

  @Test
  void a_machine_is_undertaken_before_it_is_deployed_and_is_a_host_when_that_is_done() {
    undertaken.remember(new VmSet(SET, Optional.empty(), List.of()));
    HostStep step = deployment();

    machines.begin(step);
    assertThat(undertaken.all().hosts())
        .containsExactly(new UndertakenHost(SET, step.machine(), Optional.empty()));
    assertThat(undertaken.site().machines()).isEmpty();

    machines.finish(step);
    assertThat(undertaken.all().hosts())
        .containsExactly(
            new UndertakenHost(SET, step.machine(), Optional.of(step.machine().image())));
    assertThat(undertaken.site().machines()).containsExactly(step.machine());

    machines.forget(step);
    assertThat(undertaken.all().hosts()).isEmpty();
  }

  @Test
  void steps_for_machines_come_back_as_they_were() {
    runs.add(run(RUN, "claim-1", "<a/>"));
    steps.add(RUN, new Plan("d1gest", List.of(deployment()), List.of()));

    assertThat(steps.getHostStep(RUN, deployment().id())).isEqualTo(deployment());
    transaction.executeWithoutResult(
        s -> journal.record(RUN, deployment().id(), "xsm", EventKind.STEP_READY, ""));
    assertThat(steps.listReady(1))
        .extracting(Slots.Candidate::delivery)
        .containsExactly(
            Optional.of(
                new Slots.Delivery(new ImageName("xen-base"), Optional.of("xen-base.multicast"))));
  }

  private static HostStep deployment() {
    return new HostStep(
        new StepId("deploy-host:xen5"),
        StepKind.DEPLOY_HOST,
        Manner.FENCED,
        SET,
        new BareHost(
            new HostName("xen5"),
            new ImageName("xen-base"),
            new HostAddress("10.0.0.5"),
            new MacAddress("00:16:3E:00:00:05"),
            Addressing.DHCP,
            TransferMethod.AUTO,
            new PowerControl.Ipmi(new HostAddress("10.0.1.5"))),
        Optional.of(
            new ImageSession(
                "xen-base.multicast", new ImageName("xen-base"), TransferMethod.MULTICAST, 3)),
        List.of(),
        Cost.DATA_LOSS,
        Duration.ofMinutes(10),
        "because");
  }

  @Test
  void an_undertaken_vm_keeps_its_config_and_may_be_on_two_hosts_while_it_moves() {
    undertaken.remember(new VmSet(SET, Optional.empty(), List.of()));
    UUID stranger = UUID.fromString("0f1d6a0e-0000-4000-8000-00000000000a");
    Vm here = vm("a", "10.0.0.7").adopting(Optional.of(stranger));
    Vm there = here.at(new HostAddress("10.0.0.2"));
    Optional<String> config = Optional.of(step(here).guestConfig());

    undertaken.undertake(step(here));
    assertThat(undertaken.all().vms())
        .containsExactly(new UndertakenVm(SET, here, Optional.empty(), config));

    undertaken.move(step(there));
    assertThat(undertaken.all().vms())
        .containsExactly(new UndertakenVm(SET, here, Optional.of(there.host()), config));

    undertaken.undertake(step(there));
    assertThat(undertaken.all().vms())
        .containsExactly(new UndertakenVm(SET, there, Optional.empty(), config));
  }

  @Test
  void a_vm_that_was_undertaken_by_an_older_version_comes_back_without_config() {
    undertaken.remember(new VmSet(SET, Optional.empty(), List.of()));
    String json =
        "{\"name\":\"a\",\"template\":\"apache_svr\",\"host\":\"10.0.0.7\",\"vcpus\":4,"
            + "\"mac\":\"AA:00:00:00:00:01\",\"ip\":{\"kind\":\"dhcp\"},\"memory\":96}";
    database
        .sql("insert into xsm_vm (set_name, name, place, vm) values (?, 'a', 0, ?)")
        .params(SET.value(), json)
        .update();

    UndertakenVm known = undertaken.all().vms().get(0);

    assertThat(known.guestConfig()).isEmpty();
    assertThat(known.movingTo()).isEmpty();
    assertThat(known.vm().adopted()).isEmpty();
  }

  @Test
  void hosts_answers_are_replaced_and_forgotten() {
    HostFound silent = new HostFound.Unknown(new HostAddress("10.0.0.1"), "silent");
    HostFound up = new HostFound.Up(new HostAddress("10.0.0.1"), "xl", 1, 2, 3, List.of());
    hosts.keep(List.of(silent, new HostFound.Unknown(new HostAddress("10.0.0.2"), "x")));
    hosts.keep(List.of(up));
    hosts.keepOnly(java.util.Set.of(new HostAddress("10.0.0.1")));

    assertThat(hosts.list()).containsExactly(up);
  }

  @Test
  void refusals_are_listed_newest_first_the_same_drop_once_and_old_ones_forgotten() {
    JdbcRefusals refusals =
        new JdbcRefusals(database, event -> changes.add((RunChanged) event), clock);
    List<Problem> problems = List.of(new Problem(3, "VM vm1/MEM", "no number", "Write one."));
    for (int i = 10; i < 40; i++) {
      refusals.add("r" + i, run(RUN, "claim-" + i, "x").file(), problems);
    }
    refusals.add("again", run(RUN, "claim-39", "x").file(), problems);

    assertThat(refusals.list())
        .hasSize(20)
        .extracting(refusal -> refusal.id())
        .startsWith("r39")
        .endsWith("r20");
    assertThat(refusals.list().get(0).problems()).isEqualTo(problems);
  }

  @Test
  void the_installation_keeps_its_id() {
    UUID id = new Installation(database).id();

    assertThat(new Installation(database).id()).isEqualTo(id);
  }

  @Test
  void runs_are_listed_newest_first_by_set_and_state() {
    runs.add(run(RUN, "c", "<a/>"));
    runs.add(run(new RunId("run-2"), "d", "<b/>"));
    transaction.executeWithoutResult(s -> journal.record(RUN, "xsm", EventKind.RUN_FAILED, "."));

    assertThat(runs.list(Optional.empty(), Optional.empty(), 10))
        .extracting(run -> run.id().value())
        .containsExactly("run-2", "run-1");
    assertThat(runs.list(Optional.of("My_site"), Optional.of(RunState.FAILED), 10)).hasSize(1);
    assertThat(runs.list(Optional.of("Other"), Optional.empty(), 10)).isEmpty();
    assertThat(runs.listActive(List.of(SET)))
        .extracting(run -> run.id().value())
        .containsExactly("run-2");
  }
}
