package org.xsm.workflows.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;

/**
 * Some templates as they were at one moment, so that they cannot change while a plan is made.
 *
 * @param unreadable why those that were there could not be read
 */
public record TemplateSnapshot(
    Map<TemplateName, Template> templates, Map<TemplateName, InvalidValue> unreadable)
    implements Templates {
  public TemplateSnapshot {
    templates = Map.copyOf(templates);
    unreadable = Map.copyOf(unreadable);
  }

  /** Templates that can all be read. */
  public TemplateSnapshot(Map<TemplateName, Template> templates) {
    this(templates, Map.of());
  }

  /** The named templates as they are now; those that do not exist are left out. */
  public static TemplateSnapshot of(Templates source, Stream<TemplateName> names) {
    Map<TemplateName, Template> templates = new HashMap<>();
    Map<TemplateName, InvalidValue> unreadable = new HashMap<>();
    names
        .distinct()
        .forEach(
            name -> {
              try {
                source.find(name).ifPresent(template -> templates.put(name, template));
              } catch (InvalidValue wrong) {
                unreadable.put(name, wrong);
              }
            });
    return new TemplateSnapshot(templates, unreadable);
  }

  @Override
  public Optional<Template> find(TemplateName name) {
    if (unreadable.containsKey(name)) {
      throw unreadable.get(name);
    }
    return Optional.ofNullable(templates.get(name));
  }

  @Override
  public List<TemplateName> list() {
    return Stream.concat(templates.keySet().stream(), unreadable.keySet().stream())
        .sorted()
        .toList();
  }
}
