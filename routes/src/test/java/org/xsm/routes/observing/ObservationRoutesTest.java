package org.xsm.routes.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Site;

@ExtendWith(OutputCaptureExtension.class)
class ObservationRoutesTest {
  private final CamelContext camel = new DefaultCamelContext();
  private final LookingDesk desk = new LookingDesk();

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void the_hosts_are_looked_at_again_and_again_and_never_twice_at_once() throws Exception {
    start();

    await().until(() -> desk.looks.get() >= 3);
    assertThat(desk.mostAtOnce.get()).isEqualTo(1);
  }

  @Test
  void a_failure_ends_nothing_and_is_logged_once_per_cause(CapturedOutput output) throws Exception {
    desk.failing = true;
    start();

    await().until(() -> desk.looks.get() >= 3);
    desk.failing = false;
    int failed = desk.looks.get();
    await().until(() -> desk.looks.get() > failed + 1);

    assertThat(output.getAll().split("The hosts could not be looked at", -1)).hasSize(2);
  }

  @Test
  void a_period_below_a_second_is_refused_at_start() {
    assertThatThrownBy(() -> new ObservationSettings(Duration.ofMillis(10)))
        .hasMessage("xsm.observation.period is 10ms. Write at least 1s.");
  }

  private void start() throws Exception {
    camel.addRoutes(
        new ObservationRoutes(
            desk, new ObservationSettings(Duration.ofSeconds(1)), Duration.ofMillis(10)));
    camel.start();
  }

  private static final class LookingDesk implements SiteDesk {
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean failing;

    @Override
    public void refresh() {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      looks.incrementAndGet();
      atOnce.decrementAndGet();
      if (failing) {
        throw new IllegalStateException("the network is down");
      }
    }

    @Override
    public Submission submit(SubmittedFile file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Preview preview(byte[] content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Site wanted() {
      return new Site(List.of());
    }

    @Override
    public List<Refusal> refusals() {
      return List.of();
    }

    @Override
    public List<HostFound> found() {
      return List.of();
    }

    @Override
    public Optional<byte[]> findFile(RunId run) {
      return Optional.empty();
    }
  }
}
