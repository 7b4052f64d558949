package org.xsm.workflows.template;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;

/**
 * The templates that a site file may name: {@code config="apache_svr"} is {@code
 * templates/apache_svr.cfg}.
 */
public interface Templates {
  /**
   * The template's text as it is now.
   *
   * @throws InvalidValue when there is such a template, but it cannot be read
   */
  Optional<Template> find(TemplateName name);

  /** All names, sorted; also of those that cannot be read. */
  List<TemplateName> list();
}
