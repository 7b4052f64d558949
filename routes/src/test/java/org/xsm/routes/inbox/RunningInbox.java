package org.xsm.routes.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.xsm.workflows.Home;

/** The inbox's routes on a real folder, as the manager runs them. */
final class RunningInbox implements AutoCloseable {
  static final Duration QUIET_TIME = Duration.ofMillis(1_500);

  private final CamelContext camel = new DefaultCamelContext();

  private RunningInbox(Home home, RecordingDesk desk) throws Exception {
    camel.addRoutes(
        new InboxRoutes(home, desk, new InboxSettings(QUIET_TIME), Clock.systemDefaultZone()));
    camel.start();
  }

  static RunningInbox on(Home home, RecordingDesk desk) throws Exception {
    return new RunningInbox(home, desk);
  }

  /** Drops a file as a careful person does: written elsewhere, then renamed into place. */
  static void drop(Home home, String name, String content) throws Exception {
    Files.createDirectories(home.inbox());
    Path draft = Files.writeString(home.root().resolve(name + ".draft"), content);
    Files.move(draft, home.inbox().resolve(name));
  }

  @Override
  public void close() {
    camel.stop();
  }
}
