package org.xsm.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.routes.inbox.InboxSettings;
import org.xsm.routes.observing.ObservationSettings;
import org.xsm.workflows.Home;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.run.Preview;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.run.Submission;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.template.Templates;

class RoutesConfigurationTest {
  @TempDir Path folder;

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
        .withUserConfiguration(RoutesConfiguration.class)
        .withBean(Home.class, () -> new Home(folder.resolve("home")))
        .withBean(SiteDesk.class, IdleDesk::new);
  }

  @Test
  void the_column_starts_in_a_fresh_home_with_its_defaults() {
    application()
        .run(
            context -> {
              assertThat(context).hasSingleBean(SiteFormat.class).hasSingleBean(Templates.class);
              assertThat(context.getBean(InboxSettings.class).quietTime())
                  .isEqualTo(Duration.ofSeconds(10));
              assertThat(context.getBean(ObservationSettings.class).period())
                  .isEqualTo(Duration.ofSeconds(30));
              assertThat(context.getBean(CamelContext.class).getRoutes())
                  .extracting(route -> route.getRouteId())
                  .containsExactlyInAnyOrder(
                      "watch-inbox", "retry-backlog", "settle-claimed-file", "observe-site");
              assertThat(folder.resolve("home"))
                  .isDirectoryContaining("glob:**/inbox")
                  .isDirectoryContaining("glob:**/accepted")
                  .isDirectoryContaining("glob:**/rejected")
                  .isDirectoryContaining("glob:**/templates");
            });
  }

  @Test
  void every_setting_can_be_changed() {
    application()
        .withPropertyValues("xsm.inbox.quiet-time=3s", "xsm.observation.period=2m")
        .run(
            context -> {
              assertThat(context.getBean(InboxSettings.class).quietTime())
                  .isEqualTo(Duration.ofSeconds(3));
              assertThat(context.getBean(ObservationSettings.class).period())
                  .isEqualTo(Duration.ofMinutes(2));
            });
  }

  @Test
  void a_setting_that_makes_no_sense_stops_the_start() {
    application()
        .withPropertyValues("xsm.inbox.quiet-time=0s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("xsm.inbox.quiet-time is 0ms. Write a time such as 10s."));
  }

  private static final class IdleDesk implements SiteDesk {
    @Override
    public Submission submit(SubmittedFile file) {
      return new Submission.Accepted(new RunId("run"));
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
    public void refresh() {}

    @Override
    public Optional<byte[]> findFile(RunId run) {
      return Optional.empty();
    }
  }
}
