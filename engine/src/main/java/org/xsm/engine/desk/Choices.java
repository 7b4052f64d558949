package org.xsm.engine.desk;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xsm.engine.process.Names;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.plan.Manner;
import org.xsm.workflows.plan.StepKind;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Person;

/** What may be chosen for a step in trouble, and what each choice tells its process. */
final class Choices {
  private static final Set<String> SILENT =
      Set.of(TroubleKind.UNREACHABLE.label(), TroubleKind.NOT_CONFIRMED.label());

  private Choices() {}

  static Set<Choice> of(String stepKind, String manner, String troubleKind) {
    Set<Choice> choices = EnumSet.of(Choice.TRY_AGAIN, Choice.SKIP, Choice.GIVE_UP);
    if (stepKind.equals(StepKind.CREATE_VM.label())) {
      choices.add(Choice.ROLL_BACK);
    }
    if (stepKind.equals(StepKind.MIGRATE_VM.label())) {
      if (manner.equals(Manner.LIVE.label())) {
        choices.add(Choice.CHOOSE_COLD);
      }
      if (SILENT.contains(troubleKind)) {
        choices.add(Choice.CONFIRM_OFF);
      }
    }
    return choices;
  }

  /** Downtime beyond the plan is for those who may approve it. */
  static boolean mayChoose(Choice choice, Person person) {
    return choice != Choice.CHOOSE_COLD
        || person.isIn(Person.APPROVER)
        || person.isIn(Person.ADMIN);
  }

  /** The variables by which the process goes on as chosen. */
  static Map<String, Object> variables(Choice choice, Person person) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(Names.CHOICE, choice.label());
    if (choice == Choice.CHOOSE_COLD) {
      variables.put(Names.MANNER, Manner.COLD.label());
    } else if (choice == Choice.CONFIRM_OFF) {
      variables.put(Names.MANNER, Manner.FENCED.label());
      variables.put(Names.HOST_OFF, person.name());
    }
    return variables;
  }
}
