package org.xsm.webtasks.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Where a login comes from, and whom it names.
 *
 * @param name in small letters, since some registers do not tell Alice from alice
 * @param address as the servlet container knows it; of IPv6 the network, which is one house's
 */
record Origin(String name, String address) {
  private static final int LONGEST_NAME = 200;
  private static final int NETWORK_GROUPS = 4;

  static Origin of(Authentication asked) {
    String name = asked.getName().strip().toLowerCase(Locale.ROOT);
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    return new Origin(
        name.substring(0, Math.min(LONGEST_NAME, name.length())), network(String.valueOf(address)));
  }

  /** Somebody at the same address, whoever it is. */
  Origin anybody() {
    return new Origin("", address);
  }

  /** The first four groups of IPv6; whoever has one address there has them all. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String written = address.replaceFirst("::.*", "");
    return Arrays.stream(written.split(":"))
        .limit(NETWORK_GROUPS)
        .collect(Collectors.joining(":", "", "::"));
  }
}
