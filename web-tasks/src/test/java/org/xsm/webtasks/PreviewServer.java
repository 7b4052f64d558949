package org.xsm.webtasks;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the pages with sample content, to look at them: {@code --server.port=8090}. */
public final class PreviewServer {
  private PreviewServer() {}

  public static void main(String[] arguments) {
    ConfigurableApplicationContext context =
        SpringApplication.run(TestApplication.class, arguments);
    Samples.fill(
        context.getBean(FakeSite.class),
        context.getBean(FakeRuns.class),
        context.getBean(FakeInbox.class));
    SampleMachines.fill(context.getBean(FakeMachines.class), context.getBean(FakeRuns.class));
    SamplePeople.fill(context.getBean(FakeTokens.class), context.getBean(FakeAudit.class));
  }
}
