package org.xsm.webtasks.security;

import java.security.Principal;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.xsm.workflows.run.Person;

/** Gives controllers the person who is logged in, as the ground knows persons. */
public final class PersonArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Person.class;
  }

  @Override
  public Person resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer model,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    Principal principal = request.getUserPrincipal();
    if (principal instanceof Authentication authentication) {
      return Persons.of(authentication);
    }
    throw new IllegalStateException("nobody is logged in; the rules of WebAccess let nobody pass");
  }
}
