package org.xsm.webtasks.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.xsm.workflows.run.Verdict;

/** How each kind of refusal is answered over HTTP, by pages and API alike. */
public final class RefusalStatus {
  private RefusalStatus() {}

  /** Throws, for the page of errors, when the manager does not do what was asked. */
  public static void check(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      throw new ResponseStatusException(of(refused.why()), refused.reason());
    }
  }

  public static HttpStatus of(Verdict.Why why) {
    return switch (why) {
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case STALE -> HttpStatus.CONFLICT;
      case INCOMPLETE -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }
}
