package org.xsm.webtasks.views;

import java.util.List;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.TaskKind;

/** A task as the person sees it who looks at it. The inbox judges; this only explains. */
public record TaskView(InboxTask task, Person person) {
  public boolean isApproval() {
    return task.kind() == TaskKind.APPROVE_PLAN;
  }

  public boolean isMine() {
    return task.assignee().filter(person.name()::equals).isPresent();
  }

  public boolean isOthers() {
    return task.assignee().isPresent() && !isMine();
  }

  public boolean mayDo() {
    return person.isIn(Person.ADMIN) || task.candidates().stream().anyMatch(person::isIn);
  }

  /** Whether it waits for this person. */
  public boolean waitsForMe() {
    return isMine() || (task.assignee().isEmpty() && mayDo());
  }

  /** Why this person cannot do it now; empty when they can. */
  public String whyNot() {
    if (isOthers()) {
      return task.assignee().get()
          + " has claimed this task. It can be done by somebody else when it is released.";
    }
    return mayDo()
        ? ""
        : "Only members of " + String.join(" or ", task.candidates()) + " can do this.";
  }

  /** What may be chosen, each with what it means. */
  public List<Option> options() {
    return task.choices().stream().map(Option::of).toList();
  }

  /** A choice as it stands on the page. */
  public record Option(String value, String name, String meaning) {
    private static Option of(Choice choice) {
      return switch (choice) {
        case TRY_AGAIN ->
            new Option(
                choice.label(),
                "Try again",
                "Looks at the host first, then does only what is still missing. Choose it when the"
                    + " cause has gone.");
        case SKIP ->
            new Option(
                choice.label(),
                "Skip this step",
                "Leaves the step out, and every step that waits for it. The rest goes on; the run ends"
                    + " as applied with skips.");
        case ROLL_BACK ->
            new Option(
                choice.label(),
                "Roll back",
                "Undoes what this step has done, as far as it can be undone.");
        case CHOOSE_COLD ->
            new Option(
                choice.label(),
                "Move it cold",
                "Shuts the VM down, moves it and starts it on the other host. It is away for a minute"
                    + " or two.");
        case CONFIRM_OFF ->
            new Option(
                choice.label(),
                "Confirm that the host is off",
                "Starts the VM on the other host. Choose it only when you have seen that the host which"
                    + " it leaves is off: if the VM still ran there, it would run twice on the same"
                    + " disks.");
        case CONFIRM_LOSS ->
            new Option(
                choice.label(),
                "Confirm the loss of data",
                "Installs the machine anew: everything on its disk is written over and cannot be"
                    + " brought back.");
        case DONE ->
            new Option(
                choice.label(), "Done by hand", "Goes on: you have done what is asked above.");
        case OTHER_WAY ->
            new Option(
                choice.label(),
                "End it at once",
                "Ends the guest as pulling the plug would, instead of waiting until it has shut"
                    + " down. What it has not written to its disks is lost.");
        case GIVE_UP ->
            new Option(
                choice.label(),
                "Give up",
                "Ends this step and everything that waits for it. The run ends as failed.");
      };
    }
  }
}
