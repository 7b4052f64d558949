package org.xsm.webtasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.plan.Cost;
import org.xsm.workflows.plan.Finding;
import org.xsm.workflows.plan.FindingKind;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Step;
import org.xsm.workflows.plan.StepId;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.RunState;
import org.xsm.workflows.run.RunSummary;
import org.xsm.workflows.run.TaskId;
import org.xsm.workflows.run.TaskKind;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** A rich site with runs and tasks in every state, for tests and for looking at the pages. */
final class Samples {
  static final RunId APPROVING = new RunId("0a1b2c3d-approving");
  static final RunId APPLYING = new RunId("4e5f6a7b-applying");
  static final RunId APPLIED = new RunId("8c9d0e1f-applied");
  static final TaskId APPROVAL = new TaskId("task-approve");
  static final TaskId TROUBLE = new TaskId("task-trouble");
  static final String DIGEST = "d1".repeat(32);
  static final String HOSTILE = "<script>alert('x')</script>\"'&lt;";
  static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private Samples() {}

  static void fill(FakeSite site, FakeRuns runs, FakeInbox inbox) {
    site.wanted = site();
    site.found = found();
    for (RunId run : List.of(APPROVING, APPLYING)) {
      site.files.put(run, "<XSMConfig/>".getBytes(StandardCharsets.UTF_8));
    }
    runs.add(run(summary(APPROVING, RunState.AWAITING_APPROVAL, 2), SampleJournals.approving()));
    runs.add(run(summary(APPLYING, RunState.APPLYING, 9), SampleJournals.applying()));
    runs.add(run(summary(APPLIED, RunState.APPLIED, 190), SampleJournals.applied()));
    for (RunState state :
        List.of(
            RunState.APPLIED_WITH_SKIPS, RunState.UNCHANGED, RunState.REJECTED, RunState.FAILED)) {
      RunId id = new RunId("run-" + state.label());
      runs.add(run(summary(id, state, 3000), SampleJournals.applied()));
    }
    inbox.add(approval());
    inbox.add(trouble());
  }

  static Site site() {
    List<Vm> web =
        List.of(
            vm("vm1", 101, 96),
            vm("vm2", 102, 96),
            vm("vm3", 103, 128),
            vm("vm4", 104, 96),
            vm("vm5", 101, 256));
    return new Site(
        List.of(
            new VmSet(new SetName("My_site"), Optional.of("root@domain.com"), web),
            new VmSet(new SetName("Lab"), Optional.empty(), List.of(vm("build-1", 105, 2048)))));
  }

  static List<HostFound> found() {
    return List.of(
        up(
            101,
            2048,
            900,
            List.of(
                domain("vm1", 96, DomainState.RUNNING), domain(HOSTILE, 512, DomainState.RUNNING))),
        up(
            102,
            2048,
            1400,
            List.of(
                domain("vm2", 64, DomainState.RUNNING), domain("vm4", 96, DomainState.RUNNING))),
        up(103, 4096, 120, List.of(domain("vm3", 128, DomainState.CRASHED))),
        up(104, 2048, 1900, List.of()),
        new HostFound.Unknown(
            host(105),
            "No answer within 10 s at 192.168.5.105 port 22. Look whether the machine is on and its network is up."));
  }

  static Plan plan() {
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      steps.add(create("vm" + number, 100 + number));
    }
    steps.add(retire("vm9", 104));
    List<Finding> findings =
        List.of(
            new Finding(
                FindingKind.UNKNOWN_HOST,
                "192.168.5.105",
                "The host does not answer; build-1 is neither created nor retired.",
                "Look at the machine, then submit the file again."),
            new Finding(
                FindingKind.NAME_CONFLICT,
                HOSTILE,
                "A domain of this name is on 192.168.5.101 and is not ours.",
                "Rename one of the two."));
    return new Plan(DIGEST, steps, findings);
  }

  /** Many VMs go. */
  static Plan retiring(int vms) {
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= vms; number++) {
      steps.add(retire("vm" + number, 104));
    }
    return new Plan(DIGEST, steps, List.of());
  }

  /** Two machines that get their image together. */
  static Plan deployments() {
    return new Plan(DIGEST, List.of(deployment("xen7", 107), deployment("xen8", 108)), List.of());
  }

  /** One of many machines. */
  static Step deployment(int number) {
    return deployment("xen" + (100 + number), 110 + number);
  }

  private static HostStep deployment(String name, int host) {
    ImageName image = new ImageName("xen-base");
    return new HostStep(
        new StepId("deploy-host:" + name),
        StepKind.DEPLOY_HOST,
        Manner.PLAIN,
        new SetName("My_site"),
        new BareHost(
            new HostName(name),
            image,
            new HostAddress("192.168.5." + host),
            new MacAddress("00:16:3E:00:01:%02X".formatted(host)),
            Addressing.STATIC,
            TransferMethod.AUTO,
            new PowerControl.Manual()),
        Optional.of(new ImageSession("xen-base.multicast", image, TransferMethod.MULTICAST, 2)),
        List.of(),
        Cost.NONE,
        StepKind.DEPLOY_HOST.usual(),
        name + " is wanted as a host; the image comes with 1 other by multicast");
  }

  static InboxTask approval() {
    return new InboxTask(
        APPROVAL,
        TaskKind.APPROVE_PLAN,
        APPROVING,
        Optional.of(DIGEST),
        Optional.empty(),
        "Approve the plan for My_site",
        "Rule 3 of the default policy: a plan that retires a VM needs one approver.",
        List.of("approver", "admin"),
        Optional.empty(),
        NOW.minus(2, ChronoUnit.MINUTES),
        Optional.of(NOW.plus(24, ChronoUnit.HOURS)),
        List.of());
  }

  /** A plan that should have been looked at before. */
  static InboxTask overdue() {
    InboxTask task = approval();
    return new InboxTask(
        new TaskId("task-overdue"),
        task.kind(),
        task.run(),
        task.digest(),
        task.step(),
        task.title(),
        task.evidence(),
        task.candidates(),
        task.assignee(),
        task.created(),
        Optional.of(NOW.minus(1, ChronoUnit.HOURS)),
        task.choices());
  }

  static InboxTask trouble() {
    return new InboxTask(
        TROUBLE,
        TaskKind.DECIDE_TROUBLE,
        APPLYING,
        Optional.empty(),
        Optional.of("create-vm:vm3"),
        "Decide how to continue with vm3 on 192.168.5.103",
        "The host has not the memory: libxl: error: not enough free memory (need 128 MiB, have 120 MiB).\nTried 3 times.",
        List.of("operator", "admin"),
        Optional.empty(),
        NOW.minus(4, ChronoUnit.MINUTES),
        Optional.empty(),
        List.of(Choice.values()));
  }

  static String drawing() {
    try (InputStream file = Samples.class.getResourceAsStream("/sample.bpmn")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static RunSummary summary(RunId id, RunState state, int minutesAgo) {
    return new RunSummary(
        id,
        "My_site",
        state,
        "figure-3.xml",
        "operator",
        NOW.minus(minutesAgo, ChronoUnit.MINUTES));
  }

  private static Run run(RunSummary summary, List<JournalEntry> journal) {
    Map<StepId, String> limits =
        summary.id().equals(APPLYING)
            ? Map.of(new StepId("create-vm:vm4"), "commands per host (4)")
            : Map.of();
    return new Run(
        summary,
        Optional.of(plan()),
        Optional.empty(),
        SampleJournals.sealed(summary.id(), journal),
        limits,
        false);
  }

  private static VmStep create(String name, int host) {
    return new VmStep(
        new StepId("create-vm:" + name),
        StepKind.CREATE_VM,
        Manner.PLAIN,
        new SetName("My_site"),
        vm(name, host, 96),
        Optional.empty(),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "name = \"" + name + "\"\nmemory = 96\nvcpus = 4\nvif = [ \"mac=00:16:3E:00:00:01\" ]\n",
        name.equals("vm4") ? List.of(new StepId("retire-vm:vm9")) : List.of(),
        Cost.NONE,
        StepKind.CREATE_VM.usual(),
        name + " is wanted on 192.168.5." + host + " and is not there.");
  }

  private static VmStep retire(String name, int host) {
    return new VmStep(
        new StepId("retire-vm:" + name),
        StepKind.RETIRE_VM,
        Manner.PLAIN,
        new SetName("My_site"),
        vm(name, host, 96),
        Optional.empty(),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "",
        List.of(),
        Cost.DOWNTIME,
        StepKind.RETIRE_VM.usual(),
        name + " is not wanted any more. Its disks stay.");
  }

  /** A step that changes a VM: on another host as it runs, or by a restart. */
  static VmStep change(StepKind kind, Manner manner, Cost cost) {
    VmStep step = create("vm" + manner.label(), 101);
    return new VmStep(
        new StepId(kind.label() + ":" + step.vm().name()),
        kind,
        manner,
        step.set(),
        step.vm(),
        kind == StepKind.MIGRATE_VM ? Optional.of(host(102)) : Optional.empty(),
        step.uuid(),
        step.guestConfig(),
        List.of(),
        cost,
        kind.usual(),
        "because");
  }

  private static Vm vm(String name, int host, int memory) {
    IpSetting ip =
        memory > 200
            ? new IpSetting.Fixed(new IpAddress("192.168.5.50"), Optional.of(24), Optional.empty())
            : new IpSetting.Dhcp();
    int last = Math.abs(name.hashCode() % 90) + 10;
    return new Vm(
        new VmName(name),
        new TemplateName("apache_svr"),
        host(host),
        4,
        new MacAddress("AA:00:00:00:00:" + last),
        ip,
        memory);
  }

  private static Domain domain(String name, int memory, DomainState state) {
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Domain(7, name, Optional.of(uuid), 4, memory, state, List.of());
  }

  private static HostFound up(int last, int total, int free, List<Domain> domains) {
    return new HostFound.Up(host(last), "xl 4.17.5", 8, total, free, domains);
  }

  private static HostAddress host(int last) {
    return new HostAddress("192.168.5." + last);
  }
}
