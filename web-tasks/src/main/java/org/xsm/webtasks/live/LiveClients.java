package org.xsm.webtasks.live;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xsm.workflows.run.Changes;
import org.xsm.workflows.run.RunId;

/**
 * Every browser that listens for changes of runs. A change is told at once; changes that follow are
 * gathered, so that a client is told four times a second at most. Each client is served by a thread
 * of its own while it is told, so that a slow one holds nobody back. Stops before the web server
 * does, which waits for open requests.
 */
public final class LiveClients implements SmartLifecycle {
  static final Duration COME_BACK = Duration.ofSeconds(2);

  /** A client is sent away after this time and comes back, which checks its login again. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final int MOST_CLIENTS = 200;

  private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor tellers =
      new ThreadPoolExecutor(
          0,
          MOST_CLIENTS,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          threads("live-teller"),
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, threads("live-clock"), new ThreadPoolExecutor.DiscardPolicy());
  private final Changes changes;
  private volatile Optional<Changes.Subscription> subscription = Optional.empty();

  public LiveClients(Changes changes) {
    this.changes = changes;
  }

  @Override
  public void start() {
    subscription = Optional.of(changes.subscribe(this::changed));
    clock.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A new client's stream; empty when too many listen already. */
  Optional<SseEmitter> open() {
    if (!isRunning() || clients.size() >= MOST_CLIENTS) {
      return Optional.empty();
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    LiveClient client = new LiveClient(emitter);
    clients.add(client);
    emitter.onCompletion(() -> clients.remove(client));
    emitter.onTimeout(client::end);
    emitter.onError(gone -> clients.remove(client));
    client.greet();
    return Optional.of(emitter);
  }

  private void changed(RunId run) {
    clients.stream().filter(client -> client.note(run)).forEach(this::tell);
  }

  private void tell(LiveClient client) {
    tellers.execute(
        () -> {
          if (client.tell()) {
            clock.schedule(() -> tellMore(client), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
          } else {
            clients.remove(client);
          }
        });
  }

  private void tellMore(LiveClient client) {
    if (client.hasMore()) {
      tell(client);
    }
  }

  private void beat() {
    clients.forEach(client -> tellers.execute(() -> beat(client)));
  }

  private void beat(LiveClient client) {
    if (!client.beat()) {
      clients.remove(client);
    }
  }

  @Override
  public void stop() {
    subscription.ifPresent(Changes.Subscription::close);
    subscription = Optional.empty();
    clock.shutdownNow();
    tellers.shutdownNow();
    clients.forEach(LiveClient::end);
  }

  @Override
  public boolean isRunning() {
    return subscription.isPresent();
  }

  private static ThreadFactory threads(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
