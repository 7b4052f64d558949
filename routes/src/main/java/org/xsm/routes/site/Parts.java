package org.xsm.routes.site;

import java.util.Optional;
import java.util.function.Function;
import org.xsm.routes.xml.RawElement;

/** Reads the attributes and elements of one element, each by its own type. */
record Parts(RawElement element, Place place, Problems problems) {
  <T> Optional<T> attribute(String name, Function<String, T> parser) {
    return element
        .findAttribute(name)
        .flatMap(text -> problems.check(place.attribute(name), () -> parser.apply(text)));
  }

  <T> Optional<T> child(String name, Function<String, T> parser) {
    return element
        .findChild(name)
        .flatMap(
            child ->
                problems.check(place.part(child), () -> parser.apply(XmlSpace.trim(child.text()))));
  }

  /** The value of an element that may be left out. */
  <T> Optional<T> child(String name, Function<String, T> parser, T otherwise) {
    return element.findChild(name).isPresent() ? child(name, parser) : Optional.of(otherwise);
  }

  /** Where an element is, or would be. */
  Place at(String child) {
    return element.findChild(child).map(place::part).orElse(place);
  }
}
