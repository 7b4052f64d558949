package org.xsm.workflows.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xsm.workflows.plan.room.Act;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.WrittenConfig;

/** The steps of one VM, one after the other: each begins with the VM as the one before left it. */
final class Chapter {
  private final Intent intent;
  private Vm now;
  private String config;
  private boolean stopped;
  private boolean shrunk;

  Chapter(Intent intent) {
    this.intent = intent;
    this.now = intent instanceof Intent.Change change ? change.now() : intent.vm();
    this.config = intent instanceof Intent.Change change ? change.configNow() : "";
  }

  /** The step that does this; its id is the first of its kind. */
  VmStep step(Act act, HostAddress host) {
    return switch (act.kind()) {
      case START -> start();
      case END -> end();
      case STOP -> stop();
      case SHRINK -> shrink(act.size());
      case RESHAPE -> reshape();
      case MOVE -> move(host);
    };
  }

  private VmStep start() {
    if (stopped) {
      return build(StepKind.CREATE_VM, Manner.COLD, change().vm())
          .config(change().config())
          .costing(Cost.DOWNTIME, StepKind.CREATE_VM.usual())
          .because(Reasons.startedAgain(change()));
    }
    if (intent instanceof Intent.Fence fence) {
      return build(StepKind.MIGRATE_VM, Manner.FENCED, fence.vm())
          .from(fence.from())
          .config(fence.config())
          .costing(Cost.DOWNTIME, StepKind.CREATE_VM.usual())
          .because(Reasons.fenced(fence));
    }
    return build(StepKind.CREATE_VM, Manner.PLAIN, intent.vm())
        .config(((Intent.Create) intent).config())
        .costing(Cost.NONE, StepKind.CREATE_VM.usual())
        .because(Reasons.created(intent.vm()));
  }

  private VmStep end() {
    return build(StepKind.RETIRE_VM, Manner.PLAIN, now)
        .costing(Cost.DOWNTIME, StepKind.RETIRE_VM.usual())
        .because(Reasons.retired(intent));
  }

  private VmStep stop() {
    stopped = true;
    return build(StepKind.RETIRE_VM, Manner.COLD, now)
        .costing(Cost.DOWNTIME, StepKind.RETIRE_VM.usual())
        .because(Reasons.stopped(now, change().vm()));
  }

  private VmStep shrink(int size) {
    String reason = Reasons.shrunk(now, size);
    shrunk = true;
    become(now.sized(now.vcpus(), size));
    return build(StepKind.RECONFIGURE_VM, Manner.LIVE, now)
        .config(config)
        .costing(Cost.LIVE, StepKind.RECONFIGURE_VM.usual())
        .because(reason);
  }

  private VmStep reshape() {
    Vm before = now;
    Manner manner = change().reshape().orElse(Manner.LIVE);
    Vm wanted = change().reshape().isPresent() ? change().vm().at(now.host()) : regrown();
    String reason = shrunk ? Reasons.regrown(change(), before) : Reasons.reshaped(change());
    shrunk = false;
    now = wanted;
    config = change().reshape().isPresent() ? change().config() : sized(wanted);
    return build(StepKind.RECONFIGURE_VM, manner, now)
        .config(config)
        .costing(cost(manner), duration(manner))
        .because(reason);
  }

  private Vm regrown() {
    return now.sized(now.vcpus(), change().now().memory());
  }

  private Cost cost(Manner manner) {
    return switch (manner) {
      case RESTART -> Cost.RESTART;
      case ADOPT -> change().differences().isEmpty() ? Cost.NONE : Cost.LIVE;
      default -> Cost.LIVE;
    };
  }

  private static Duration duration(Manner manner) {
    return manner == Manner.RESTART ? Estimate.restart() : StepKind.RECONFIGURE_VM.usual();
  }

  private VmStep move(HostAddress host) {
    HostAddress from = now.host();
    boolean cold = change().travel().equals(Optional.of(Manner.COLD));
    String reason = Reasons.moved(change(), from, host);
    now = cold ? change().vm() : now.at(host);
    config = cold ? change().config() : config;
    return build(StepKind.MIGRATE_VM, cold ? Manner.COLD : Manner.LIVE, now)
        .from(from)
        .config(config)
        .costing(
            cold ? Cost.DOWNTIME : Cost.LIVE, cold ? Estimate.restart() : Estimate.migration(now))
        .because(reason);
  }

  private Intent.Change change() {
    return (Intent.Change) intent;
  }

  private void become(Vm vm) {
    now = vm;
    config = sized(vm);
  }

  private String sized(Vm vm) {
    return new WrittenConfig(config).sized(vm);
  }

  private Draft build(StepKind kind, Manner manner, Vm vm) {
    return new Draft(intent, kind, manner, vm, Optional.empty(), "", Cost.NONE, kind.usual());
  }

  /** A step that is not complete yet. */
  private record Draft(
      Intent intent,
      StepKind kind,
      Manner manner,
      Vm vm,
      Optional<HostAddress> from,
      String config,
      Cost cost,
      Duration estimate) {
    Draft from(HostAddress host) {
      return new Draft(intent, kind, manner, vm, Optional.of(host), config, cost, estimate);
    }

    Draft config(String text) {
      return new Draft(intent, kind, manner, vm, from, text, cost, estimate);
    }

    Draft costing(Cost much, Duration longer) {
      return new Draft(intent, kind, manner, vm, from, config, much, longer);
    }

    VmStep because(String reason) {
      StepId id = StepId.of(kind, vm.name().value());
      return new VmStep(
          id,
          kind,
          manner,
          intent.set(),
          vm,
          from,
          intent.uuid(),
          config,
          List.of(),
          cost,
          estimate,
          reason);
    }
  }
}
