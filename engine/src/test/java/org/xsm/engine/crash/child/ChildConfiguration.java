package org.xsm.engine.crash.child;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.workflows.run.Inbox;

/** What a manager that is to be killed has beyond a manager: who watches it, and a person. */
@Configuration(proxyBeanMethods = false)
class ChildConfiguration {
  @Bean
  Slate slate(@Value("${xsm.home}") Path home) {
    return Slate.in(home);
  }

  @Bean
  Deaths deaths(Slate slate) {
    return new Deaths(slate);
  }

  @Bean
  WatchedDrawings watchedDrawings(Deaths deaths) {
    return new WatchedDrawings(deaths);
  }

  @Bean
  static TakenTasks takenTasks(ObjectProvider<Deaths> deaths) {
    return new TakenTasks(deaths);
  }

  @Bean
  PersonAtInbox personAtInbox(Inbox inbox, Slate slate) {
    return new PersonAtInbox(inbox, slate);
  }
}
