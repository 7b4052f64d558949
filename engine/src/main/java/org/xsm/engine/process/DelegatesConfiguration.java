package org.xsm.engine.process;

import static org.xsm.workflows.run.JournalEntry.MANAGER;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.engine.store.JdbcRuns;
import org.xsm.engine.store.Journal;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.RunId;

/** The service tasks of the drawings, by the names under which the drawings call them. */
@Configuration(proxyBeanMethods = false)
public class DelegatesConfiguration {
  /** Plans the run's file against what was just observed. */
  @Bean
  RunDelegate makePlan(Planning planning, JdbcRuns runs, Journal journal) {
    return execution -> {
      RunId run = RunDelegate.run(execution);
      Plan plan = planning.plan(run);
      runs.keepPlan(run, plan);
      journal.record(run, MANAGER, EventKind.PLAN_MADE, "Planned: " + plan.summary() + ".");
      describe(plan, runs.findApproved(run), execution);
      execution.setVariable("submittedBy", runs.find(run).orElseThrow().submittedBy());
    };
  }

  /**
   * Plans again after the approval; an approval is only good for the very plan that was approved.
   */
  @Bean
  RunDelegate checkPlan(Planning planning, JdbcRuns runs, Journal journal) {
    return execution -> {
      RunId run = RunDelegate.run(execution);
      Plan plan = planning.plan(run);
      boolean valid = runs.findDigest(run).filter(plan.digest()::equals).isPresent();
      execution.setVariable(Names.PLAN_VALID, valid);
      if (!valid) {
        runs.keepPlan(run, plan);
        journal.record(
            run,
            MANAGER,
            EventKind.PLAN_OUTDATED,
            "The hosts have changed since the plan was approved; the approval is void. Planned afresh: "
                + plan.summary()
                + ".");
        journal.record(run, MANAGER, EventKind.PLAN_MADE, "Planned: " + plan.summary() + ".");
        describe(plan, runs.findApproved(run), execution);
      }
    };
  }

  /** Tells the approval policy what nobody has approved in this run yet. */
  private static void describe(Plan plan, Optional<Plan> approved, DelegateExecution execution) {
    Plan asked = plan.askedAfter(approved);
    execution.setVariable(Names.CHANGES, !plan.steps().isEmpty());
    execution.setVariable(
        Names.APPROVED_BEFORE,
        approved.isPresent() && asked.steps().isEmpty() && asked.findings().isEmpty());
    execution.setVariables(new Risk(asked).facts());
  }

  /** Lays the steps down and starts those that may start. */
  @Bean
  RunDelegate startSteps(Planning planning, JdbcRuns runs, StepLedger ledger) {
    return execution -> {
      RunId run = RunDelegate.run(execution);
      runs.keepApproved(run);
      ledger.begin(run, planning);
    };
  }

  /** A step has found that what the approval rests on has changed. */
  @Bean
  RunDelegate voidApproval(StepLedger ledger) {
    return execution ->
        ledger.voidApproval(
            RunDelegate.run(execution),
            RunDelegate.step(execution),
            (String) execution.getVariable(Names.TROUBLE_TEXT));
  }

  /** Nobody has answered for a while. */
  @Bean
  RunDelegate remindApprovers(Journal journal) {
    return execution ->
        journal.record(
            RunDelegate.run(execution),
            MANAGER,
            EventKind.APPROVAL_REMINDED,
            "Still waiting for approval.");
  }

  /** What the rainy-day table says is weighed against what the step can do. */
  @Bean
  WeighTable weighTable() {
    return new WeighTable();
  }

  /** A step has reached its end. */
  @Bean
  RunDelegate finishStep(StepLedger ledger, Planning planning) {
    return execution ->
        ledger.finish(RunDelegate.run(execution), RunDelegate.step(execution), planning);
  }

  /** A person has decided that a step is not carried through. */
  @Bean
  RunDelegate leaveOutStep(StepLedger ledger) {
    return execution -> {
      Choice choice = Choice.find((String) execution.getVariable(Names.CHOICE)).orElse(Choice.SKIP);
      if (choice == Choice.ROLL_BACK) {
        ledger.rollBack(RunDelegate.run(execution), RunDelegate.step(execution));
        return;
      }
      boolean failed = choice == Choice.GIVE_UP;
      ledger.leaveOut(
          RunDelegate.run(execution),
          RunDelegate.step(execution),
          failed ? EventKind.STEP_FAILED : EventKind.STEP_SKIPPED,
          failed ? "Given up." : "Left out.");
    };
  }

  /** Nobody approved in time. */
  @Bean
  RunDelegate expireRun(RunLedger ledger) {
    return execution -> ledger.expire(RunDelegate.run(execution));
  }

  /** Writes down how the run ended; a rejected run has ended already, and has changed nothing. */
  @Bean
  RunDelegate closeRun(Settling settling, RunLedger ledger, JdbcRuns runs) {
    return execution -> {
      RunId run = RunDelegate.run(execution);
      if (!runs.find(run).orElseThrow().state().isFinal()) {
        settling.settle(run);
      }
      ledger.close(run);
    };
  }
}
