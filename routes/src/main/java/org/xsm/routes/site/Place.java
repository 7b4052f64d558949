package org.xsm.routes.site;

import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.Printable;

/**
 * Where in a file something stands.
 *
 * @param line from 1
 * @param words the same for a person, such as {@code VM vm2/MEM}
 */
record Place(int line, String words) {
  /** An element that stands for itself, called by its kind and its name. */
  static Place of(RawElement element) {
    String name = element.findAttribute("name").map(given -> " " + Printable.of(given)).orElse("");
    return new Place(element.line(), Printable.of(element.name()) + name);
  }

  /** A part of the element at this place. */
  Place part(RawElement child) {
    return new Place(child.line(), words + "/" + Printable.of(child.name()));
  }

  /** An attribute of the element at this place. */
  Place attribute(String name) {
    return new Place(line, words + "/" + Printable.of(name));
  }
}
