package org.xsm.engine.cockpit;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xsm.webtasks.security.CurrentRights;
import org.xsm.workflows.run.Person;

/**
 * Who may see Cockpit, Tasklist and Admin: admins, after our own login. The page that makes a first
 * admin without any login (CVE-2026-77226) is not there.
 */
@Configuration(proxyBeanMethods = false)
public class CockpitConfiguration {
  private static final RequestMatcher ALL =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");
  private static final RequestMatcher API =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");
  private static final RequestMatcher SETUP_API =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/admin/setup/**");
  private static final RequestMatcher SETUP_PAGE =
      PathPatternRequestMatcher.withDefaults()
          .matcher("/camunda/app/{application}/{engine}/setup/**");

  /** Camunda guards its own requests against forgery; ours must not do it a second time. */
  @Bean
  @Order(1)
  SecurityFilterChain cockpit(
      HttpSecurity http, FilterRegistrationBean<CurrentRights> currentRights) throws Exception {
    return http.securityMatcher(ALL)
        .addFilterBefore(currentRights.getFilter(), ExceptionTranslationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SETUP_API, SETUP_PAGE)
                    .denyAll()
                    .anyRequest()
                    .hasRole(Person.ADMIN))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
        .exceptionHandling(
            refusals ->
                refusals
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        request -> !API.matches(request))
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), API))
        .build();
  }

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> oneLogin() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.addInitParameter("authentication-provider", SpringLogin.class.getName());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<NoExpressions> noExpressions() {
    FilterRegistrationBean<NoExpressions> filter =
        new FilterRegistrationBean<>(new NoExpressions());
    filter.addUrlPatterns("/camunda/api/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
    return filter;
  }
}
