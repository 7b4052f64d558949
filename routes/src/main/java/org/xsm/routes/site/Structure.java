package org.xsm.routes.site;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.Printable;

/**
 * Holds one element against its rule: what is missing, what is there twice, and what does not
 * belong there at all.
 */
final class Structure {
  private final Problems problems;

  Structure(Problems problems) {
    this.problems = problems;
  }

  /** Checks the element itself and the names of what stands in it, but not the inside of that. */
  void check(RawElement element, Place place, ElementRule rule) {
    attributes(element, place, rule);
    if (!element.children().isEmpty()) {
      unknownChildren(element, place, rule);
      repeatedChildren(element, place, rule);
    }
    if (element.end() == RawElement.End.CLOSED) {
      missingChildren(element, place, rule);
    }
    strayText(element, place, rule);
  }

  private void attributes(RawElement element, Place place, ElementRule rule) {
    for (String name : element.attributes().keySet()) {
      if (!rule.attributes().containsKey(name)) {
        unknownAttribute(name, place, rule);
      }
    }
    rule.attributes()
        .forEach(
            (name, occurs) -> {
              if (occurs.isRequired() && element.findAttribute(name).isEmpty()) {
                problems.add(
                    place,
                    "the attribute '" + name + "' is missing",
                    "Write <" + element.name() + " " + name + "=\"…\">.");
              }
            });
  }

  private void unknownAttribute(String name, Place place, ElementRule rule) {
    problems.add(
        place.attribute(name),
        "the attribute '" + Printable.of(name) + "' is not known here",
        hint(name, rule.attributes().keySet(), "'", "'"));
  }

  private void unknownChildren(RawElement element, Place place, ElementRule rule) {
    for (RawElement child : element.children()) {
      if (!rule.children().containsKey(child.name())) {
        unknownChild(child, place.part(child), rule);
      }
    }
  }

  private void unknownChild(RawElement child, Place place, ElementRule rule) {
    problems.add(
        place,
        "<" + Printable.of(child.name()) + "> is not known here",
        hint(child.name(), rule.children().keySet(), "<", ">"));
  }

  private static String hint(String word, Collection<String> known, String left, String right) {
    String guess =
        Nearest.to(word, known)
            .map(nearest -> "Did you mean " + left + nearest + right + "? ")
            .orElse("");
    String allowed =
        known.isEmpty()
            ? "Nothing of this kind may stand here."
            : known.stream()
                .map(name -> left + name + right)
                .collect(joining(", ", "Allowed: ", "."));
    return guess + allowed;
  }

  private void repeatedChildren(RawElement element, Place place, ElementRule rule) {
    Map<String, Integer> lines = new HashMap<>();
    for (RawElement child : element.children()) {
      ElementRule.Child known = rule.children().get(child.name());
      if (known != null && known.occurs().isSingle()) {
        Integer first = lines.putIfAbsent(child.name(), child.line());
        if (first != null) {
          problems.add(
              place.part(child),
              "a second <" + child.name() + ">; the first is in line " + first,
              "Delete one of the two.");
        }
      }
    }
  }

  private void missingChildren(RawElement element, Place place, ElementRule rule) {
    rule.children()
        .forEach(
            (name, known) -> {
              if (known.occurs().isRequired() && element.findChild(name).isEmpty()) {
                problems.add(
                    place,
                    "<" + name + "> is missing",
                    "Add <" + name + "> within <" + element.name() + ">.");
              }
            });
  }

  private void strayText(RawElement element, Place place, ElementRule rule) {
    String text = rule.holdsText() ? "" : XmlSpace.trim(element.text());
    if (!text.isEmpty()) {
      problems.add(
          place,
          "the text '" + Printable.of(text) + "' stands where only elements may stand",
          "Delete it, or make it a comment: <!-- … -->.");
    }
  }
}
