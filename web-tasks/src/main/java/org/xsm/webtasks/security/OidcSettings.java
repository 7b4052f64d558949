package org.xsm.webtasks.security;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.workflows.people.GroupMapping;

/**
 * The OpenID provider by which people may log in ({@code xsm.login.oidc}). The client's secret is
 * the first line of {@code secrets/oidc} in the home folder. At the provider, register {@code
 * https://OUR-ADDRESS/login/oauth2/code/oidc} as the address to come back to.
 *
 * @param issuer the provider, whose {@code /.well-known/openid-configuration} is read at the first
 *     login; empty for none
 * @param clientId as which the manager is registered there
 * @param label what the button on the login page names
 * @param scopes what is asked for
 * @param nameClaim the claim of the ID token with the name that a person has with us
 * @param groupsClaim the claim of the ID token with the person's groups
 * @param groups which group there is which of ours: {@code xen-admins: admin}
 */
@ConfigurationProperties("xsm.login.oidc")
public record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("xsm") String clientId,
    @DefaultValue("single sign-on") String label,
    @DefaultValue({"openid", "profile"}) Set<String> scopes,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue Map<String, String> groups) {
  public OidcSettings {
    scopes = Set.copyOf(scopes);
    groups = new GroupMapping(groups).ours();
    if (!issuer.isEmpty() && groups.isEmpty()) {
      throw new IllegalArgumentException(
          "xsm.login.oidc: with issuer, set at least one of groups, such as"
              + " xsm.login.oidc.groups.xen-admins: admin");
    }
  }

  /** Whether there is a provider at all. */
  public boolean isSet() {
    return !issuer.isEmpty();
  }

  GroupMapping mapping() {
    return new GroupMapping(groups);
  }
}
