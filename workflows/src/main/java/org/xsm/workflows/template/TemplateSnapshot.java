package org.xsm.workflows.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.site.TemplateName;

/** Some templates as they were at one moment, so that they cannot change while a plan is made. */
public record TemplateSnapshot(Map<TemplateName, Template> templates) implements Templates {
  public TemplateSnapshot {
    templates = Map.copyOf(templates);
  }

  /** The named templates as they are now; those that do not exist are left out. */
  public static TemplateSnapshot of(Templates source, Stream<TemplateName> names) {
    return new TemplateSnapshot(
        names
            .distinct()
            .flatMap(name -> source.find(name).stream())
            .collect(Collectors.toMap(Template::name, template -> template)));
  }

  @Override
  public Optional<Template> find(TemplateName name) {
    return Optional.ofNullable(templates.get(name));
  }

  @Override
  public List<TemplateName> list() {
    return templates.keySet().stream().sorted().toList();
  }
}
