package org.xsm.engine.process;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Person;

/** What may be chosen for a step in trouble, and what each choice tells its process. */
public final class Choices {
  private static final Set<String> SILENT =
      Set.of(TroubleKind.UNREACHABLE.label(), TroubleKind.NOT_CONFIRMED.label());

  private final Map<String, Object> step;

  /**
   * @param step the variables of the step's process
   */
  public Choices(Map<String, Object> step) {
    this.step = step;
  }

  /** What a person may choose. */
  public Set<Choice> possible() {
    Set<Choice> choices = EnumSet.of(Choice.TRY_AGAIN, Choice.SKIP, Choice.GIVE_UP);
    if (canRollBack()) {
      choices.add(Choice.ROLL_BACK);
    }
    if (shutsDown() && !is(Names.WAY, "other")) {
      choices.add(Choice.OTHER_WAY);
    }
    if (is(Names.STEP_KIND, StepKind.MIGRATE_VM.label())) {
      addMoves(choices);
    }
    if (is(Names.STEP_KIND, StepKind.DEPLOY_HOST.label())) {
      addWords(choices);
    }
    return choices;
  }

  /** What a person may have to say before a machine is deployed. */
  private void addWords(Set<Choice> choices) {
    if (is(Names.TROUBLE_KIND, TroubleKind.NOT_CONFIRMED.label())) {
      choices.add(Choice.CONFIRM_LOSS);
    } else if (is(Names.TROUBLE_KIND, TroubleKind.NEEDS_A_PERSON.label())) {
      choices.add(Choice.DONE);
    }
  }

  private boolean canRollBack() {
    boolean known =
        is(Names.STEP_KIND, StepKind.CREATE_VM.label())
            || Boolean.TRUE.equals(step.get(Names.CAN_ROLL_BACK));
    return known && !is(Names.DIRECTION, "back");
  }

  private boolean shutsDown() {
    return is(Names.STEP_KIND, StepKind.RETIRE_VM.label())
        || is(Names.MANNER, Manner.RESTART.label())
        || is(Names.MANNER, Manner.COLD.label())
            && is(Names.STEP_KIND, StepKind.MIGRATE_VM.label());
  }

  private void addMoves(Set<Choice> choices) {
    if (is(Names.MANNER, Manner.LIVE.label())) {
      choices.add(Choice.CHOOSE_COLD);
    }
    if (SILENT.contains(step.get(Names.TROUBLE_KIND))) {
      choices.add(Choice.CONFIRM_OFF);
    }
  }

  /** What the rainy-day table may settle without asking: nothing that a person must answer for. */
  boolean mayBeSettled(Choice choice) {
    return choice != Choice.CHOOSE_COLD
        && choice != Choice.CONFIRM_OFF
        && choice != Choice.CONFIRM_LOSS
        && choice != Choice.DONE
        && possible().contains(choice);
  }

  /** Downtime beyond the plan is for those who may approve it. */
  public static boolean mayChoose(Choice choice, Person person) {
    return choice != Choice.CHOOSE_COLD
        || person.isIn(Person.APPROVER)
        || person.isIn(Person.ADMIN);
  }

  /**
   * The variables by which the process goes on as chosen.
   *
   * @param by who has chosen
   */
  public Map<String, Object> variables(Choice choice, String by) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(Names.CHOICE, choice.label());
    switch (choice) {
      case CHOOSE_COLD -> variables.put(Names.MANNER, Manner.COLD.label());
      case CONFIRM_OFF -> {
        variables.put(Names.MANNER, Manner.FENCED.label());
        variables.put(Names.HOST_OFF, by);
      }
      case CONFIRM_LOSS -> variables.put(Names.HOST_OFF, by);
      case DONE -> variables.put(Names.DONE_BY_HAND, by);
      case OTHER_WAY -> variables.put(Names.WAY, "other");
      case ROLL_BACK -> goBack(variables);
      default -> {}
    }
    return variables;
  }

  /** A guest that was not shut down need not be shut down to get its old values. */
  private void goBack(Map<String, Object> variables) {
    variables.put(Names.DIRECTION, "back");
    if (is(Names.STEP_KIND, StepKind.RECONFIGURE_VM.label())) {
      boolean down = Boolean.TRUE.equals(step.get(Names.VM_DOWN));
      variables.put(Names.MANNER, (down ? Manner.RESTART : Manner.LIVE).label());
      variables.put(Names.VM_DOWN, false);
    }
  }

  private boolean is(String name, String value) {
    return value.equals(step.get(name));
  }
}
