package org.xsm.routes.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Problem;

/**
 * Stands between Woodstox and Jackson: marks attributes with {@code @}, so that Jackson's events
 * tell them from elements; keeps prefixes as part of the names; and notes what no site file may
 * have, a DOCTYPE and namespaces.
 */
final class NotingReader extends StreamReader2Delegate {
  static final String ATTRIBUTE = "@";

  private static final int MOST_NAMES = 200;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NOTES = 20;

  private final List<Problem> notes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  NotingReader(XMLStreamReader2 reader) {
    super(reader);
  }

  List<Problem> notes() {
    return List.copyOf(notes);
  }

  /** The line in which the present event begins. */
  int line() {
    return getLocationInfo().getStartLocation().getLineNumber();
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    if (event == DTD) {
      note("DOCTYPE", "a document type declaration is not allowed", "Delete <!DOCTYPE …>.");
    } else if (event == START_ELEMENT) {
      noteElement();
    }
    return event;
  }

  private void noteElement() throws XMLStreamException {
    countName(getLocalName());
    for (int index = 0; index < getAttributeCount(); index++) {
      countName(getAttributeLocalName(index));
    }
    if (getNamespaceCount() > 0) {
      note(
          Printable.of(getLocalName()),
          "it declares the namespace '" + Printable.of(getNamespaceURI(0)) + "'",
          "Delete xmlns…=\"…\"; a site file uses no namespaces.");
    }
  }

  /**
   * Few names, and short ones: the parser's table of names must not become the place where an
   * attack happens.
   */
  private void countName(String name) throws XMLStreamException {
    names.add(name);
    if (name.length() > LONGEST_NAME || names.size() > MOST_NAMES) {
      throw new XMLStreamException(
          "Too many or too long names of elements and attributes", getLocation());
    }
  }

  private void note(String where, String message, String advice) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Problem(line(), where, message, advice));
    }
  }

  @Override
  public String getLocalName() {
    return withPrefix(super.getPrefix(), super.getLocalName());
  }

  @Override
  public String getAttributeLocalName(int index) {
    return ATTRIBUTE
        + withPrefix(super.getAttributePrefix(index), super.getAttributeLocalName(index));
  }

  @Override
  public String getNamespaceURI() {
    return "";
  }

  @Override
  public String getAttributeNamespace(int index) {
    return "";
  }

  private static String withPrefix(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }
}
