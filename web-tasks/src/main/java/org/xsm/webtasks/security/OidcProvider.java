package org.xsm.webtasks.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Knows the OpenID provider from when it is asked for first: the manager starts, and lets its own
 * users in, while the provider is away.
 */
final class OidcProvider implements ClientRegistrationRepository {
  static final String ID = "oidc";

  private final OidcSettings settings;
  private final Path secret;
  private volatile Optional<ClientRegistration> known = Optional.empty();

  /**
   * @param secret the file whose first line is the client's secret
   */
  OidcProvider(OidcSettings settings, Path secret) {
    this.settings = settings;
    this.secret = secret;
  }

  @Override
  public ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id)) {
      return null;
    }
    if (known.isEmpty()) {
      known = Optional.of(discover());
    }
    return known.get();
  }

  private ClientRegistration discover() {
    return ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(readSecret())
        .scope(settings.scopes())
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .build();
  }

  private String readSecret() {
    try (var lines = Files.lines(secret)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the client's secret in " + secret, unreadable);
    }
  }
}
