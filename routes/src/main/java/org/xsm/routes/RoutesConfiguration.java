package org.xsm.routes;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xsm.routes.inbox.InboxRoutes;
import org.xsm.routes.inbox.InboxSettings;
import org.xsm.routes.observing.ObservationRoutes;
import org.xsm.routes.observing.ObservationSettings;
import org.xsm.routes.site.SiteXml;
import org.xsm.routes.templates.ExampleTemplates;
import org.xsm.routes.templates.FolderTemplates;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.SiteDesk;
import org.xsm.workflows.site.SiteFormat;
import org.xsm.workflows.template.Templates;

/**
 * Everything of this column that the application needs: the site format, the templates, and the
 * routes. It asks for a {@link Home} and a {@link SiteDesk}, and for a {@link Clock} if there is
 * one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InboxSettings.class, ObservationSettings.class})
public class RoutesConfiguration {
  @Bean
  Templates templates(Home home) {
    ExampleTemplates.layInto(home);
    return new FolderTemplates(home.templates());
  }

  @Bean
  SiteFormat siteFormat(Templates templates) {
    return new SiteXml(templates);
  }

  @Bean
  InboxRoutes inboxRoutes(
      Home home, SiteDesk desk, InboxSettings settings, ObjectProvider<Clock> clock) {
    return new InboxRoutes(home, desk, settings, clock.getIfAvailable(Clock::systemDefaultZone));
  }

  @Bean
  ObservationRoutes observationRoutes(SiteDesk desk, ObservationSettings settings) {
    return new ObservationRoutes(desk, settings);
  }
}
