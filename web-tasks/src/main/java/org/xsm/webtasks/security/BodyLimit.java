package org.xsm.webtasks.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xsm.webtasks.security.ProblemWriter.Refusal;

/**
 * Turns away, by its announced length, what is too large to be a site file, before anything reads
 * it.
 */
final class BodyLimit extends OncePerRequestFilter {
  /** 16 MiB for the file, and room for the other fields of a form. */
  private static final long MOST_BYTES = (16L << 20) + (64L << 10);

  private static final String TOO_LARGE = "A site file has at most 16 MiB.";

  private final ProblemWriter problems;

  BodyLimit(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() <= MOST_BYTES) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().startsWith("/api/")) {
      problems.write(request, response, new Refusal(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE));
    } else {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, TOO_LARGE);
    }
  }
}
