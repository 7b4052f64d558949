package org.xsm.webtasks.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.xsm.webtasks.security.RefusalStatus;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.site.Problem;

/** Makes the refusals of the API; each becomes a problem document (RFC 9457). */
final class Refusals {
  private Refusals() {}

  static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  static ErrorResponseException noRun(RunId id) {
    return of(HttpStatus.NOT_FOUND, "There is no run '" + id + "'. GET /api/runs lists the runs.");
  }

  /** A file that cannot be taken, with everything that is wrong with it. */
  static ErrorResponseException wrongFile(List<Problem> problems) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "The site file has "
                + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
                + "; nothing was done.");
    problem.setProperty("problems", ProblemJson.of(problems));
    return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
  }

  /** Throws when the manager does not do what was asked. */
  static void check(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      throw of(RefusalStatus.of(refused.why()), refused.reason());
    }
  }
}
