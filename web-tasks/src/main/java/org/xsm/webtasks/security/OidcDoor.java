package org.xsm.webtasks.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.xsm.workflows.Home;
import org.xsm.workflows.people.GuestBook;
import org.xsm.workflows.site.Printable;

/** The way in by an OpenID provider; the login page has a button for it. */
final class OidcDoor {
  private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
  private static final int LONGEST_REASON = 300;

  private final String issuer;
  private final OidcProvider provider;
  private final OidcPeople people;

  OidcDoor(OidcSettings settings, Home home, GuestBook guests) {
    this.issuer = settings.issuer();
    this.provider = new OidcProvider(settings, home.secrets().resolve("oidc"));
    this.people = new OidcPeople(settings, guests);
  }

  /** Opens it; the session that is made there is that of the pages. */
  void open(HttpSecurity http, AuthenticationFailureHandler refusal) throws Exception {
    http.securityMatcher("/oauth2/authorization/oidc", "/login/oauth2/code/oidc")
        .oauth2Login(
            login ->
                login
                    .loginPage("/login")
                    .successHandler(new LoginSuccess())
                    .failureHandler(telling(refusal))
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .userInfoEndpoint(user -> user.oidcUserService(people))
                    .withObjectPostProcessor(sayWhenAway(refusal)));
  }

  private AuthenticationFailureHandler telling(AuthenticationFailureHandler refusal) {
    return (request, response, why) -> {
      LOG.warn("A login by {} was refused: {}", issuer, said(why));
      refusal.onAuthenticationFailure(request, response, why);
    };
  }

  /** Where the provider cannot be asked, the login page says so, instead of a page of errors. */
  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> sayWhenAway(
      AuthenticationFailureHandler refusal) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, why) -> {
              LOG.warn("Nobody can log in by OpenID: {}", said(why));
              refusal.onAuthenticationFailure(
                  request, response, new AuthenticationServiceException("provider away", why));
            });
        return filter;
      }
    };
  }

  private static String said(AuthenticationException why) {
    return Printable.of(String.valueOf(why.getMessage()), LONGEST_REASON);
  }
}
