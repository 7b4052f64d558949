package org.xsm.webtasks.security;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xsm.workflows.run.Person;

/**
 * Which group may call which path. What is not named here is refused. Who may approve, reject,
 * claim and release is the inbox's to say; who may stop, release and filter, the control desk's.
 */
final class Rights {
  private static final PathPatternRequestMatcher.Builder PATHS =
      PathPatternRequestMatcher.withDefaults();

  /** Paths of programs. */
  static final RequestMatcher PROGRAMS =
      any("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**");

  /** Where tokens are made and revoked, which no token may. */
  static final RequestMatcher TOKENS = any("/api/tokens/**");

  /** Every path that there is for whoever is logged in. */
  static final RequestMatcher KNOWN =
      any(
          "/",
          "/inbox/**",
          "/runs/**",
          "/hosts/**",
          "/machines/**",
          "/submit/**",
          "/site/**",
          "/control/**",
          "/account/**",
          "/audit/**",
          "/events",
          "/logout",
          "/api/**",
          "/v3/api-docs/**",
          "/v3/api-docs.yaml");

  /** What everybody may have, logged in or not. */
  static final RequestMatcher OPEN =
      any(
          "/login",
          "/error",
          "/css/**",
          "/js/**",
          "/vendor/**",
          "/webjars/htmx.org/**",
          "/actuator/health",
          "/actuator/health/**");

  private static final RequestMatcher OPERATORS_ONLY =
      new OrRequestMatcher(
          any("/actuator/**"),
          posting(
              "/api/site",
              "/api/plan",
              "/api/machines/**",
              "/api/runs/*/cancel",
              "/api/runs/*/pause",
              "/api/runs/*/resume",
              "/api/tasks/*/decide"),
          posting(
              "/submit/**",
              "/site/**",
              "/machines/**",
              "/runs/*/cancel",
              "/runs/*/pause",
              "/runs/*/resume",
              "/inbox/*/decide"));

  /** What only admins may see. */
  static final RequestMatcher ADMINS_ONLY = any("/audit/**", "/api/audit/**", "/api/audit.csv");

  private Rights() {}

  /** Which groups may what this request asks for, for who is refused. */
  static String groupsFor(HttpServletRequest request) {
    return "It needs the group " + (ADMINS_ONLY.matches(request) ? "admin." : "operator or admin.");
  }

  static void grant(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(OPEN)
        .permitAll()
        .requestMatchers(ADMINS_ONLY)
        .hasRole(Person.ADMIN)
        .requestMatchers(OPERATORS_ONLY)
        .hasAnyRole(Person.OPERATOR, Person.ADMIN)
        .requestMatchers(KNOWN)
        .authenticated()
        .anyRequest()
        .denyAll();
  }

  private static RequestMatcher any(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns).map(PATHS::matcher).toArray(RequestMatcher[]::new));
  }

  private static RequestMatcher posting(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns)
            .map(pattern -> PATHS.matcher(POST, pattern))
            .toArray(RequestMatcher[]::new));
  }
}
