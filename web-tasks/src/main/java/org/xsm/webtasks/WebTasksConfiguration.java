package org.xsm.webtasks;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xsm.webtasks.api.AuditApi;
import org.xsm.webtasks.api.ControlApi;
import org.xsm.webtasks.api.IncidentApi;
import org.xsm.webtasks.api.MachineApi;
import org.xsm.webtasks.api.ProblemAnswers;
import org.xsm.webtasks.api.RunApi;
import org.xsm.webtasks.api.SiteApi;
import org.xsm.webtasks.api.TaskApi;
import org.xsm.webtasks.api.TokenApi;
import org.xsm.webtasks.live.LiveClients;
import org.xsm.webtasks.live.LiveEvents;
import org.xsm.webtasks.pages.AccountPage;
import org.xsm.webtasks.pages.ApprovingSettings;
import org.xsm.webtasks.pages.AuditPage;
import org.xsm.webtasks.pages.ControlPage;
import org.xsm.webtasks.pages.ErrorAnswers;
import org.xsm.webtasks.pages.InboxPage;
import org.xsm.webtasks.pages.LoginPage;
import org.xsm.webtasks.pages.MachinePage;
import org.xsm.webtasks.pages.NewMachinePage;
import org.xsm.webtasks.pages.RunPage;
import org.xsm.webtasks.pages.RunPages;
import org.xsm.webtasks.pages.Shell;
import org.xsm.webtasks.pages.SitePage;
import org.xsm.webtasks.pages.SubmitPage;
import org.xsm.webtasks.pages.TaskPage;
import org.xsm.webtasks.security.PersonArgument;
import org.xsm.webtasks.security.WebAccess;
import org.xsm.webtasks.views.Times;
import org.xsm.workflows.run.Changes;
import org.xsm.workflows.run.Person;

/**
 * The column of pages, inbox and API: everything that people and programs reach over HTTP. The roof
 * gives it the ports of the ground ({@code SiteDesk}, {@code RunDesk}, {@code Inbox}, {@code
 * ControlDesk}, {@code MachineDesk}, {@code Views}, {@code IncidentDesk}, {@code Forecasts}, {@code
 * TokenDesk}, {@code PeopleRegister}, {@code GuestBook}, {@code AuditLog}, {@code Changes}, {@code
 * SiteFormat}, {@code Home}), a {@code Clock}, and an {@code AuthenticationProvider} whose
 * authorities are {@code ROLE_} and a group's name.
 */
@Configuration
@EnableConfigurationProperties(ApprovingSettings.class)
@PropertySource("classpath:org/xsm/webtasks/web.properties")
@Import({
  WebAccess.class,
  SiteApi.class,
  RunApi.class,
  TaskApi.class,
  ControlApi.class,
  IncidentApi.class,
  MachineApi.class,
  TokenApi.class,
  AuditApi.class,
  ProblemAnswers.class,
  LiveEvents.class,
  Shell.class,
  LoginPage.class,
  SitePage.class,
  InboxPage.class,
  TaskPage.class,
  RunPages.class,
  RunPage.class,
  ControlPage.class,
  AccountPage.class,
  AuditPage.class,
  MachinePage.class,
  NewMachinePage.class,
  SubmitPage.class,
  ErrorAnswers.class
})
public class WebTasksConfiguration implements WebMvcConfigurer {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PersonArgument());
  }

  @Bean
  Times times(Clock clock) {
    return new Times(clock);
  }

  @Bean
  LiveClients liveClients(Changes changes) {
    return new LiveClients(changes);
  }

  /** What stands above the calls in the API's description. */
  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("XSM, the Xen Site Manager")
                .description(
                    "Send a site file, follow its run, decide what waits for a person. Errors are"
                        + " problem documents (RFC 9457)."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("token"))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }
}
