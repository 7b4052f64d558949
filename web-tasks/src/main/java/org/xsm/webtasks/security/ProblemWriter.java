package org.xsm.webtasks.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Answers programs that are refused before a controller sees them: a problem document. */
public final class ProblemWriter {
  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Writes the status and an RFC 9457 problem document with this explanation. */
  void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail());
    problem.setInstance(URI.create(request.getRequestURI()));
    response.setStatus(refusal.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }

  /**
   * A request that goes no further.
   *
   * @param detail what is refused and what to do, in a sentence
   */
  record Refusal(HttpStatus status, String detail) {}
}
