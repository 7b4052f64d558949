package org.xsm.engine.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.xsm.engine.store.JdbcHolds;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Outcome.Done;
import org.xsm.workflows.command.Outcome.InProgress;
import org.xsm.workflows.command.Outcome.Trouble;
import org.xsm.workflows.command.TroubleKind;

/**
 * Fetches external tasks as soon as they are committed, has them done, and answers. A task is
 * locked for a short time only and the lock is extended while the work goes on, so that another
 * node takes over soon after this one dies. Tasks that this node had locked when it died are set
 * free at its next start.
 */
final class TaskWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);
  private static final Duration LOCK = Duration.ofSeconds(30);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(2);
  private static final int MOST_AT_ONCE = 64;
  private static final int ANSWER_TRIES = 5;

  private final ExternalTaskService tasks;
  private final Map<String, Topic> topics;
  private final Answers answers;
  private final JdbcHolds holds;
  private final String worker;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private ExecutorService pool;
  private ScheduledExecutorService clock;
  private volatile boolean running;

  /** A task in our hands; its monitor keeps heartbeat and answer apart. */
  private static final class Held {
    private String lastProgress = "";
  }

  TaskWorker(
      ExternalTaskService tasks,
      List<Topic> topics,
      Answers answers,
      JdbcHolds holds,
      String worker) {
    this.tasks = tasks;
    this.topics = topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
    this.answers = answers;
    this.holds = holds;
    this.worker = worker;
  }

  /**
   * Camel starts when the context is complete, which is after the other beans have started; before
   * that every host would seem not to answer.
   */
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Override
  public void start() {
    tasks
        .createExternalTaskQuery()
        .workerId(worker)
        .locked()
        .list()
        .forEach(task -> tasks.unlock(task.getId()));
    pool = Executors.newCachedThreadPool(task -> daemon(task, "xsm-work"));
    clock = Executors.newScheduledThreadPool(1, task -> daemon(task, "xsm-work-clock"));
    clock.scheduleAtFixedRate(
        this::extendLocks, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    running = true;
    daemon(this::fetchForEver, "xsm-work-fetch").start();
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private void fetchForEver() {
    SingleConsumerCondition committed = new SingleConsumerCondition(Thread.currentThread());
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(committed);
    try {
      while (running) {
        if (fetch() == 0) {
          committed.await(LONGEST_NAP.toMillis());
        }
      }
    } finally {
      ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(committed);
    }
  }

  private int fetch() {
    int room = MOST_AT_ONCE - held.size();
    if (room <= 0) {
      return 0;
    }
    try {
      List<LockedExternalTask> fetched = query(room).execute();
      fetched.forEach(task -> take(Job.of(task)));
      return fetched.size();
    } catch (RuntimeException databaseAway) {
      LOG.warn(
          "No tasks could be fetched, trying again in {} s: {}",
          LONGEST_NAP.toSeconds(),
          databaseAway.toString());
      return 0;
    }
  }

  /** While the stop switch is thrown, or nobody can say whether it is, no action is begun. */
  private ExternalTaskQueryTopicBuilder query(int most) {
    boolean stopped = holds.findStop().isPresent();
    ExternalTaskQueryTopicBuilder query = null;
    for (Topic topic : topics.values()) {
      if (!stopped || !topic.acts()) {
        query =
            (query == null ? tasks.fetchAndLock(most, worker) : query)
                .topic(topic.name(), LOCK.toMillis())
                .variables(Job.VARIABLES);
      }
    }
    return query;
  }

  private void take(Job job) {
    Held task = new Held();
    held.put(job.task(), task);
    pool.execute(() -> work(job, task));
  }

  private void work(Job job, Held task) {
    try {
      Outcome outcome = topics.get(job.topic()).handle(job);
      if (!running) {
        LOG.info("Task {} of run {} is done again at the next start", job.topic(), job.run());
      } else if (outcome instanceof InProgress progress) {
        waitFor(job, task, progress);
      } else {
        answer(job, task, outcome);
      }
    } catch (RuntimeException | Error fault) {
      if (running) {
        LOG.error("Task {} of run {} failed in our own part", job.topic(), job.run(), fault);
        give(job, task, () -> answers.fault(job, fault));
      }
    }
  }

  private void waitFor(Job job, Held task, InProgress progress) {
    if (!progress.progress().equals(task.lastProgress)) {
      task.lastProgress = progress.progress();
      answers.progress(job, progress.progress());
    }
    clock.schedule(() -> again(job, task), progress.checkAfter().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void again(Job job, Held task) {
    if (running && held.containsKey(job.task())) {
      pool.execute(() -> work(job, task));
    }
  }

  private void answer(Job job, Held task, Outcome outcome) {
    if (outcome instanceof Done done) {
      give(job, task, () -> answers.done(job, done));
    } else if (outcome instanceof Trouble trouble && trouble.kind() == TroubleKind.CHANGED) {
      give(job, task, () -> answers.changed(job, trouble));
    } else if (outcome instanceof Trouble trouble) {
      give(job, task, () -> answers.trouble(job, trouble));
    }
  }

  /** Answers, also when somebody else touches the process at the same moment. */
  private void give(Job job, Held task, Runnable answer) {
    synchronized (task) {
      held.remove(job.task());
      for (int left = ANSWER_TRIES; left > 0; left--) {
        try {
          answer.run();
          return;
        } catch (OptimisticLockingException collision) {
          LOG.debug(
              "Answer for task {} of run {} collided, {} tries left",
              job.topic(),
              job.run(),
              left - 1);
        } catch (NotFoundException gone) {
          LOG.info("Nobody waits any more for task {} of run {}", job.topic(), job.run());
          return;
        }
      }
    }
    LOG.warn(
        "Answer for task {} of run {} kept colliding; it is done again when its lock ends",
        job.topic(),
        job.run());
  }

  private void extendLocks() {
    held.forEach(
        (id, task) -> {
          synchronized (task) {
            if (held.containsKey(id)) {
              extendLock(id);
            }
          }
        });
  }

  private void extendLock(String id) {
    try {
      tasks.extendLock(id, worker, LOCK.toMillis());
    } catch (NotFoundException gone) {
      held.remove(id);
    } catch (RuntimeException databaseAway) {
      LOG.warn("The lock of task {} could not be extended: {}", id, databaseAway.toString());
    }
  }

  /**
   * Stops before everything else does: Camel stops as soon as the context begins to close, and
   * without it every task would seem to fail in our own part. What was begun is done again at the
   * next start.
   */
  @EventListener(ContextClosedEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Override
  public void stop() {
    if (!running) {
      return;
    }
    running = false;
    ProcessEngineImpl.EXT_TASK_CONDITIONS.signalAll();
    clock.shutdown();
    pool.shutdown();
    try {
      leave();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Who writes into the database may end first, since an interrupt would close an embedded one's
   * file under it; who waits for a host is interrupted.
   */
  private void leave() throws InterruptedException {
    if (pool.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    pool.shutdownNow();
    if (!pool.awaitTermination(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info(
          "{} tasks are left in the middle; they are done again at the next start", held.size());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
