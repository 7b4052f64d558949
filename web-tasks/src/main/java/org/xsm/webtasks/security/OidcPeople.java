package org.xsm.webtasks.security;

import java.util.List;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.xsm.workflows.people.GuestBook;
import org.xsm.workflows.run.Person;

/** Makes a person of an ID token whose signature, issuer, audience and age were found right. */
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
  private final OidcSettings settings;
  private final GuestBook guests;

  OidcPeople(OidcSettings settings, GuestBook guests) {
    this.settings = settings;
    this.guests = guests;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcIdToken token = request.getIdToken();
    List<String> theirs = token.getClaimAsStringList(settings.groupsClaim());
    String name = token.getClaimAsString(settings.nameClaim());
    Person asked =
        new Person(
            name == null ? "" : name, settings.mapping().of(theirs == null ? List.of() : theirs));
    if (asked.groups().isEmpty()) {
      throw new DisabledException("in no group of ours");
    }
    Person person =
        guests
            .admit(OidcProvider.ID, asked)
            .orElseThrow(() -> new DisabledException("the name is taken"));
    return new DefaultOidcUser(Persons.authorities(person), token, settings.nameClaim());
  }
}
