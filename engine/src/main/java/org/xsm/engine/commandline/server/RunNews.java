package org.xsm.engine.commandline.server;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the manager says that a run has changed, by its server-sent events (see the HTML
 * standard, 9.2). Where it does not tell, the caller wakes every two seconds and looks for itself.
 */
public final class RunNews implements AutoCloseable {
  private static final Duration UNTOLD = Duration.ofSeconds(2);
  private static final Duration TOLD = Duration.ofSeconds(15);

  private final HttpClient client;
  private final HttpRequest request;
  private final String run;
  private final Semaphore told = new Semaphore(0);
  private CompletableFuture<HttpResponse<Void>> stream = CompletableFuture.completedFuture(null);
  private volatile boolean isTelling;

  RunNews(HttpClient client, HttpRequest request, String run) {
    this.client = client;
    this.request = request;
    this.run = run;
  }

  /** Returns when there may be news, and after this time at the latest. */
  public void await(Duration longest) throws InterruptedException {
    if (stream.isDone()) {
      isTelling = false;
      stream = client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines()));
    }
    Duration usual = isTelling ? TOLD : UNTOLD;
    Duration wait = longest.compareTo(usual) < 0 ? longest : usual;
    if (told.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
      told.drainPermits();
    }
  }

  @Override
  public void close() {
    stream.cancel(true);
  }

  private final class Lines implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    /** The manager greets with a comment, which is also when it begins to tell: so look once. */
    @Override
    public void onNext(String line) {
      boolean isGreeting = line.startsWith(":") && !isTelling;
      isTelling = isTelling || isGreeting;
      if (isGreeting || line.equals("data:" + run)) {
        told.release();
      }
    }

    @Override
    public void onError(Throwable broken) {
      told.release();
    }

    @Override
    public void onComplete() {
      told.release();
    }
  }
}
