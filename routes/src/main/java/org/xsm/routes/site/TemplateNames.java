package org.xsm.routes.site;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;

/** The templates that a file may name. */
record TemplateNames(List<String> names) {
  private static final int MOST_SHOWN = 10;

  static TemplateNames of(List<TemplateName> templates) {
    return new TemplateNames(templates.stream().map(TemplateName::value).toList());
  }

  /**
   * The template of this name.
   *
   * @throws InvalidValue when there is none, naming those that are
   */
  TemplateName find(String text) {
    TemplateName name = new TemplateName(text);
    if (names.contains(text)) {
      return name;
    }
    throw new InvalidValue("there is no template '" + text + "'", advice(text));
  }

  private String advice(String text) {
    if (names.isEmpty()) {
      return "Put a guest config " + text + ".cfg into the folder 'templates'.";
    }
    String guess = Nearest.to(text, names).map(near -> "Did you mean '" + near + "'? ").orElse("");
    String more = names.size() > MOST_SHOWN ? ", …" : "";
    return guess
        + names.stream().limit(MOST_SHOWN).collect(joining(", ", "There are: ", more + "."));
  }
}
