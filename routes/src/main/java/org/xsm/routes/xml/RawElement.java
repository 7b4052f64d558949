package org.xsm.routes.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a file as it stands there, before anything is known about its meaning.
 *
 * @param name with its prefix, where it has one
 * @param line where its start tag begins, from 1
 * @param attributes in the order of the file, names with their prefixes
 * @param text all of its own text joined, as written: comments, CDATA and references resolved
 */
public record RawElement(
    String name,
    int line,
    End end,
    Map<String, String> attributes,
    List<RawElement> children,
    String text) {
  /** Whether everything of the element was seen. */
  public enum End {
    /** Its end tag was read. */
    CLOSED,
    /** The file became unreadable before its end tag. */
    CUT_OFF
  }

  public RawElement {
    children = List.copyOf(children);
  }

  public Optional<String> findAttribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  /** The first child of this name. */
  public Optional<RawElement> findChild(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
  }

  public List<RawElement> listChildren(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).toList();
  }
}
