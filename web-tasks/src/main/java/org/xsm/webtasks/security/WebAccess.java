package org.xsm.webtasks.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.xsm.workflows.Home;
import org.xsm.workflows.people.AuditLog;
import org.xsm.workflows.people.GuestBook;
import org.xsm.workflows.people.PeopleRegister;
import org.xsm.workflows.people.TokenDesk;

/**
 * The doors through which requests come in: programs with a token or HTTP Basic (no session is made
 * or used), programs in a page's session, and pages. {@code /camunda/**} has its own door in the
 * engine, which comes before these. Names and passwords are checked by the {@code
 * AuthenticationProvider} of the application.
 */
@EnableConfigurationProperties({LoginSettings.class, OidcSettings.class})
public final class WebAccess {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  LoginGuard loginGuard(LoginSettings settings, Clock clock) {
    return new LoginGuard(settings, clock);
  }

  /** Names and passwords, behind the guard. */
  @Bean
  AuthenticationManager guardedLogins(AuthenticationProvider logins, LoginGuard guard) {
    return guard.before(logins);
  }

  /** Before all doors, so that it sees what each of them answers. */
  @Bean
  FilterRegistrationBean<Audit> audit(AuditLog log, Clock clock) {
    FilterRegistrationBean<Audit> filter = new FilterRegistrationBean<>(new Audit(log, clock));
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }

  /** For the chains of filters only, in each of which it has its place after the session. */
  @Bean
  FilterRegistrationBean<CurrentRights> currentRights(
      PeopleRegister register, LoginSettings settings, Clock clock) {
    FilterRegistrationBean<CurrentRights> filter =
        new FilterRegistrationBean<>(new CurrentRights(register, settings, clock));
    filter.setEnabled(false);
    return filter;
  }

  /** Programs that send a token with each request. */
  @Bean
  @Order(90)
  SecurityFilterChain tokenDoor(
      HttpSecurity http, ObjectMapper json, TokenDesk tokens, LoginGuard guard) throws Exception {
    ApiRefusals refusals = new ApiRefusals(new ProblemWriter(json));
    AuthenticationManager logins = guard.before(new TokenCheck(tokens));
    http.securityMatcher(WebAccess::bringsAToken)
        .addFilterAt(new TokenFilter(logins, refusals), BasicAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.requestMatchers(Rights.TOKENS).denyAll());
    return withoutSession(http, refusals, json);
  }

  /** Programs that send their name and password with each request. */
  @Bean
  @Order(100)
  SecurityFilterChain basicDoor(HttpSecurity http, ObjectMapper json, AuthenticationManager people)
      throws Exception {
    ApiRefusals refusals = new ApiRefusals(new ProblemWriter(json));
    http.securityMatcher(WebAccess::bringsItsPassword)
        .authenticationManager(people)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals));
    return withoutSession(http, refusals, json);
  }

  /** Scripts of our own pages, in the session of the person who is logged in. */
  @Bean
  @Order(110)
  SecurityFilterChain sessionDoor(
      HttpSecurity http, ObjectMapper json, FilterRegistrationBean<CurrentRights> currentRights)
      throws Exception {
    ApiRefusals refusals = new ApiRefusals(new ProblemWriter(json));
    http.securityMatcher(Rights.PROGRAMS)
        .addFilterBefore(currentRights.getFilter(), CsrfFilter.class)
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    return closed(http, json);
  }

  /** People on their way to an OpenID provider and back, where one is set. */
  @Bean
  @Order(150)
  @ConditionalOnProperty("xsm.login.oidc.issuer")
  SecurityFilterChain oidcDoor(
      HttpSecurity http, ObjectMapper json, OidcSettings settings, Home home, GuestBook guests)
      throws Exception {
    new OidcDoor(settings, home, guests).open(http, new PageRefusals()::refuseLogin);
    return closed(http, json);
  }

  /** Everything else: pages for people. */
  @Bean
  @Order(200)
  SecurityFilterChain pageDoor(
      HttpSecurity http,
      ObjectMapper json,
      AuthenticationManager people,
      FilterRegistrationBean<CurrentRights> currentRights)
      throws Exception {
    PageRefusals refusals = new PageRefusals();
    http.authenticationManager(people)
        .addFilterBefore(currentRights.getFilter(), CsrfFilter.class)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(new LoginSuccess())
                    .failureHandler(refusals::refuseLogin)
                    .permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .requestCache(cache -> cache.requestCache(new PageToReturnTo()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    return closed(http, json);
  }

  private static SecurityFilterChain withoutSession(
      HttpSecurity http, ApiRefusals refusals, ObjectMapper json) throws Exception {
    http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(WebAccess::isForged))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    http.addFilterBefore(WebAccess::noteWho, AuthorizationFilter.class);
    return closed(http, json);
  }

  private static void noteWho(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
      Audit.noteRequest((HttpServletRequest) request, login);
    }
    chain.doFilter(request, response);
  }

  private static SecurityFilterChain closed(HttpSecurity http, ObjectMapper json) throws Exception {
    return http.authorizeHttpRequests(Rights::grant)
        .headers(PageHeaders::set)
        .addFilterBefore(new BodyLimit(new ProblemWriter(json)), CsrfFilter.class)
        .build();
  }

  private static boolean bringsAToken(HttpServletRequest request) {
    return TokenLogin.isBroughtBy(request) && Rights.PROGRAMS.matches(request);
  }

  private static boolean bringsItsPassword(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null && Rights.PROGRAMS.matches(request);
  }

  /** Whether a stranger's page makes the browser use a name and password that it remembers. */
  private static boolean isForged(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod()) && Browsers.sentForAStranger(request);
  }

  /** The name that a request with HTTP Basic brings; empty where it is not to be read. */
  static String nameIn(HttpServletRequest request) {
    try {
      Authentication asked = new BasicAuthenticationConverter().convert(request);
      return asked == null ? "" : asked.getName();
    } catch (BadCredentialsException unreadable) {
      return "";
    }
  }
}
