package org.xsm.routes.site;

import java.util.Optional;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.Printable;

/**
 * Where in a file something stands. Its words are only put together when there is something to say
 * about it, which in most files there never is.
 *
 * @param line from 1
 * @param within the place around it, for a part of an element
 * @param kind the name of the element or attribute
 * @param name what the element calls itself
 */
record Place(int line, Optional<Place> within, String kind, Optional<String> name) {
  /** An element that stands for itself, called by its kind and its name. */
  static Place of(RawElement element) {
    return new Place(
        element.line(), Optional.empty(), element.name(), element.findAttribute("name"));
  }

  /** A part of the element at this place. */
  Place part(RawElement child) {
    return new Place(child.line(), Optional.of(this), child.name(), Optional.empty());
  }

  /** An attribute of the element at this place. */
  Place attribute(String attribute) {
    return new Place(line, Optional.of(this), attribute, Optional.empty());
  }

  /** The place for a person, such as {@code VM vm2/MEM}. */
  String words() {
    return within.map(outer -> outer.words() + "/").orElse("")
        + Printable.of(kind)
        + name.map(own -> " " + Printable.of(own)).orElse("");
  }
}
