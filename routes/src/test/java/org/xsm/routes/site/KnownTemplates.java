package org.xsm.routes.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.Templates;

/** Templates that exist by name only. */
record KnownTemplates(List<TemplateName> list) implements Templates {
  static KnownTemplates of(String... names) {
    return new KnownTemplates(Stream.of(names).map(TemplateName::new).toList());
  }

  @Override
  public Optional<Template> find(TemplateName name) {
    return list.contains(name) ? Optional.of(new Template(name, "")) : Optional.empty();
  }
}
