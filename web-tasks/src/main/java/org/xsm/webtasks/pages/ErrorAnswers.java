package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What people and programs get when something went wrong on the way: a page in our style, or a
 * problem document. Never an exception's own text.
 */
@Hidden
@Controller
public final class ErrorAnswers implements ErrorController {
  @RequestMapping("/error")
  public Object answer(HttpServletRequest request) {
    HttpStatus status = status(request);
    return isProgram(request) ? problem(request, status) : page(request, status);
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpServletRequest request, HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(status, detail(request, status)));
  }

  private static ModelAndView page(HttpServletRequest request, HttpStatus status) {
    ModelAndView page = new ModelAndView("error", status);
    page.addObject("status", status.value());
    page.addObject("title", title(status));
    page.addObject("detail", detail(request, status));
    return page;
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return code instanceof Integer number
        ? Optional.ofNullable(HttpStatus.resolve(number)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
        : HttpStatus.NOT_FOUND;
  }

  private static boolean isProgram(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && (path.startsWith("/api/") || path.startsWith("/actuator/") || path.startsWith("/v3/"));
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN -> "You may not do this";
      case NOT_FOUND -> "There is no such page";
      case CONFLICT -> "That is not possible any more";
      case PAYLOAD_TOO_LARGE -> "That file is too large";
      case SERVICE_UNAVAILABLE -> "Not now";
      case TOO_MANY_REQUESTS -> "Too many wrong passwords";
      default ->
          status.is5xxServerError() ? "Something broke on our side" : status.getReasonPhrase();
    };
  }

  private static String detail(HttpServletRequest request, HttpStatus status) {
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    if (!status.is5xxServerError() && message instanceof String said && !said.isBlank()) {
      return said;
    }
    return switch (status) {
      case NOT_FOUND -> "Nothing is found at this address.";
      case PAYLOAD_TOO_LARGE -> "A site file has at most 16 MiB.";
      case METHOD_NOT_ALLOWED -> "This address does not take such a request.";
      default ->
          status.is5xxServerError()
              ? "Nothing was changed by this request as far as we know. Try again; if it stays,"
                  + " the manager's log says more."
              : status.getReasonPhrase() + ".";
    };
  }
}
