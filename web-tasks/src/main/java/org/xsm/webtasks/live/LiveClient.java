package org.xsm.webtasks.live;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.xsm.workflows.run.RunId;

/** One browser that listens, and the runs that it has not been told of yet. */
final class LiveClient {
  private final SseEmitter emitter;
  private final Set<RunId> pending = new LinkedHashSet<>();
  private boolean busy;

  LiveClient(SseEmitter emitter) {
    this.emitter = emitter;
  }

  /** Notes the run; true when nobody is telling this client at the moment. */
  synchronized boolean note(RunId run) {
    pending.add(run);
    boolean wasIdle = !busy;
    busy = true;
    return wasIdle;
  }

  /** Whether there is more to tell; if not, the next {@link #note} begins anew. */
  synchronized boolean hasMore() {
    busy = !pending.isEmpty();
    return busy;
  }

  /** Tells everything that was noted, each run once; false when the browser is gone. */
  boolean tell() {
    return drain().stream().allMatch(run -> send(event().name("run").data(run.value())));
  }

  /** Says nothing, and finds out by it who is gone; also keeps proxies from closing. */
  boolean beat() {
    return send(event().comment("beat"));
  }

  /** Says how soon to come back after a break, which also sends the headers at once. */
  boolean greet() {
    return send(event().reconnectTime(LiveClients.COME_BACK.toMillis()).comment("xsm"));
  }

  void end() {
    emitter.complete();
  }

  private synchronized List<RunId> drain() {
    List<RunId> runs = List.copyOf(pending);
    pending.clear();
    return runs;
  }

  private static SseEventBuilder event() {
    return SseEmitter.event();
  }

  private boolean send(SseEventBuilder event) {
    try {
      emitter.send(event);
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }
}
