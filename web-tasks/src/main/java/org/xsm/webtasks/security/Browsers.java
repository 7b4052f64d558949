package org.xsm.webtasks.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells what browsers send from what programs send, by the Fetch Metadata headers
 * (https://www.w3.org/TR/fetch-metadata/), which no script can forge.
 */
final class Browsers {
  private static final String SITE = "Sec-Fetch-Site";

  private Browsers() {}

  /** Whether a browser sent this. */
  static boolean sent(HttpServletRequest request) {
    return request.getHeader(SITE) != null;
  }

  /** Whether a page of somebody else made the browser send this. */
  static boolean sentForAStranger(HttpServletRequest request) {
    String site = request.getHeader(SITE);
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }
}
