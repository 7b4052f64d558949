package org.xsm.routes.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileConfiguration;
import org.xsm.routes.OncePerCause;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.SiteDesk;

/**
 * Watches the inbox: each ripe file is claimed, submitted, and put into {@code accepted/} or, with
 * a report, into {@code rejected/}. A claimed file that could not be settled, now or before the
 * manager died, is tried again until it is.
 */
public final class InboxRoutes extends RouteBuilder {
  private static final int POLL_MILLIS = 100;
  private static final int RETRY_MILLIS = 500;
  private static final String SETTLE = "direct:settle-claimed-file";

  private final Home home;
  private final Claims claims;
  private final Backlog backlog;
  private final Ripeness ripeness;
  private final Intake intake;
  private final OncePerCause causes = new OncePerCause(InboxRoutes.class);

  public InboxRoutes(Home home, SiteDesk desk, InboxSettings settings, Clock clock) {
    this.home = home;
    this.claims = new Claims(home.data().resolve("claimed"), clock);
    this.backlog = new Backlog(clock);
    this.ripeness = new Ripeness(settings.quietTime(), clock);
    this.intake =
        new Intake(desk, new Shelf(home.accepted(), clock), new Shelf(home.rejected(), clock));
  }

  @Override
  public void configure() throws IOException {
    makeFolders();
    // Listed before the inbox is watched, so that none of our own fresh claims is among them.
    backlog.addAll(claims.leftovers());
    onException(Exception.class).handled(true).process(this::postpone).id("postpone-file");
    watchInbox();
    retryBacklog();
    settleClaimedFile();
  }

  private void watchInbox() {
    from(inbox())
        .routeId("watch-inbox")
        .removeHeaders("Camel*")
        .id("strip-file-headers")
        .process(this::claim)
        .id("claim-file")
        .filter(body().isInstanceOf(ClaimedFile.class))
        .id("is-file-ours")
        .to(SETTLE)
        .id("hand-over-claimed-file");
  }

  private void retryBacklog() {
    fromF("timer:retry-backlog?delay=0&period=%d&fixedRate=false&synchronous=true", RETRY_MILLIS)
        .routeId("retry-backlog")
        .setBody(exchange -> backlog.listDue())
        .id("list-due-files")
        .split(body())
        .id("each-due-file")
        .to(SETTLE)
        .id("hand-over-due-file");
  }

  private void settleClaimedFile() {
    from(SETTLE)
        .routeId("settle-claimed-file")
        .removeHeaders("Camel*")
        .id("strip-headers")
        .process(exchange -> intake.settle(claimed(exchange)))
        .id("submit-file")
        .process(exchange -> backlog.remove(claimed(exchange)))
        .id("forget-file");
  }

  private void claim(Exchange exchange) throws IOException {
    Path dropped = exchange.getMessage().getBody(File.class).toPath();
    exchange.getMessage().setBody(claims.take(dropped).orElse(null));
  }

  private void postpone(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof ClaimedFile file) {
      backlog.postpone(file);
    }
    causes.report(
        "A dropped file could not be taken in; trying again.",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
  }

  private static ClaimedFile claimed(Exchange exchange) {
    return exchange.getMessage().getBody(ClaimedFile.class);
  }

  /** Made by hand and not from a URI, in which a folder's name could be read as something else. */
  private FileEndpoint inbox() {
    FileEndpoint endpoint =
        new FileEndpoint("file:inbox", getContext().getComponent("file", FileComponent.class));
    GenericFileConfiguration configuration = new GenericFileConfiguration();
    configuration.setDirectory(home.inbox().toString());
    endpoint.setConfiguration(configuration);
    endpoint.setFile(home.inbox().toFile());
    endpoint.setInitialDelay(0);
    endpoint.setDelay(POLL_MILLIS);
    endpoint.setFilter(new DroppedFiles());
    endpoint.setExclusiveReadLockStrategy(new RipeFileLock(ripeness));
    endpoint.setSorter(
        Comparator.<GenericFile<File>>comparingLong(GenericFile::getLastModified)
            .thenComparing(GenericFile::getFileName));
    // Camel leaves the file where it is: the claim has moved it already.
    endpoint.setNoop(true);
    endpoint.setIdempotent(false);
    return endpoint;
  }

  private void makeFolders() throws IOException {
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.accepted());
    Files.createDirectories(home.rejected());
    Files.createDirectories(home.data());
  }
}
