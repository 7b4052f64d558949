package org.xsm.engine.crash.child;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.xsm.workflows.run.Choice;
import org.xsm.workflows.run.Inbox;
import org.xsm.workflows.run.InboxTask;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.TaskKind;

/** A person who decides what waits in the inbox, as the parent says, by the calls of the pages. */
final class PersonAtInbox {
  private static final Logger LOG = LoggerFactory.getLogger(PersonAtInbox.class);
  private static final Person ADMIN = new Person("admin", Set.of(Person.ADMIN));
  private static final long PAUSE = 100;

  private final Inbox inbox;
  private final Slate slate;

  PersonAtInbox(Inbox inbox, Slate slate) {
    this.inbox = inbox;
    this.slate = slate;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "person");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(this::work, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
  }

  private void work() {
    try {
      Map<String, String> choices = slate.person();
      inbox
          .list(ADMIN)
          .forEach(
              task ->
                  Optional.ofNullable(choices.get(task.kind().label()))
                      .ifPresent(choice -> decide(task, choice)));
    } catch (RuntimeException refused) {
      LOG.warn("The person tries again", refused);
    }
  }

  private void decide(InboxTask task, String choice) {
    if (task.kind() == TaskKind.DECIDE_TROUBLE) {
      Choice.find(choice)
          .filter(task.choices()::contains)
          .ifPresent(chosen -> inbox.decide(task.id(), ADMIN, chosen, ""));
    } else if (choice.equals("approve")) {
      inbox.approve(task.id(), ADMIN, task.digest().orElseThrow(), "");
    } else if (choice.equals("reject")) {
      inbox.reject(task.id(), ADMIN, task.digest().orElseThrow(), "not now");
    }
  }
}
