package org.xsm.routes.observing;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.xsm.routes.OncePerCause;
import org.xsm.workflows.run.SiteDesk;

/**
 * Asks the desk again and again to look at all known hosts. One look at a time: the next begins a
 * period after the last has ended.
 */
public final class ObservationRoutes extends RouteBuilder {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private final SiteDesk desk;
  private final ObservationSettings settings;
  private final Duration firstLook;
  private final OncePerCause causes = new OncePerCause(ObservationRoutes.class);

  public ObservationRoutes(SiteDesk desk, ObservationSettings settings) {
    this(desk, settings, FIRST_LOOK);
  }

  ObservationRoutes(SiteDesk desk, ObservationSettings settings, Duration firstLook) {
    this.desk = desk;
    this.settings = settings;
    this.firstLook = firstLook;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .process(
            exchange ->
                causes.report("The hosts could not be looked at; trying again.", thrown(exchange)))
        .id("report-failed-look");
    // A timer has one thread of its own, and waits for it before it counts its period again.
    fromF(
            "timer:observe-site?delay=%d&period=%d&fixedRate=false&synchronous=true",
            firstLook.toMillis(), settings.period().toMillis())
        .routeId("observe-site")
        .process(exchange -> desk.refresh())
        .id("refresh-observation")
        .process(exchange -> causes.forget())
        .id("note-success");
  }

  private static Exception thrown(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
  }
}
