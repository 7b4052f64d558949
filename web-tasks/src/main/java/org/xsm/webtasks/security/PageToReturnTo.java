package org.xsm.webtasks.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers which page somebody wanted before the login came between; never a part of a page. */
final class PageToReturnTo extends HttpSessionRequestCache {
  PageToReturnTo() {
    setMatchingRequestParameterName(null);
    setRequestMatcher(PageToReturnTo::isPage);
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }
}
