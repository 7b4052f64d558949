package org.xsm.webtasks.api;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal of the API with a problem document, never with a page. */
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
public final class ProblemAnswers extends ResponseEntityExceptionHandler {}
