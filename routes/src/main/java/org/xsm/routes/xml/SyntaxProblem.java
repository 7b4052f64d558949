package org.xsm.routes.xml;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxIOException;
import javax.xml.stream.XMLStreamException;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Problem;

/** Says in a person's words why a file cannot be read as XML any further. */
final class SyntaxProblem {
  private static final String WHERE = "XML";
  private static final int LONGEST = 240;
  private static final String PARSERS_PLACE = "\n at [";

  private SyntaxProblem() {}

  /**
   * @param fault what the parser threw, or Jackson around it
   * @param line where the parser stood, for faults that do not say it themselves
   */
  static Problem of(Exception fault, int line) {
    XMLStreamException cause =
        fault.getCause() instanceof XMLStreamException inner
            ? inner
            : fault instanceof XMLStreamException outer ? outer : new XMLStreamException(fault);
    int at = cause.getLocation() == null ? line : cause.getLocation().getLineNumber();
    return new Problem(Math.max(at, 1), WHERE, message(cause), advice(cause));
  }

  static Problem tooLarge() {
    return new Problem(
        0,
        "file",
        "it is larger than " + HardenedXml.LARGEST_FILE / 1024 / 1024 + " MiB",
        "Split it into several files with sets of their own.");
  }

  static Problem notUtf8(int line) {
    return new Problem(
        line,
        WHERE,
        "there are bytes that are not UTF-8",
        "Save the file as UTF-8, or name its encoding: <?xml version=\"1.0\" encoding=\"…\"?>.");
  }

  static Problem unknownEncoding() {
    return new Problem(1, WHERE, "its encoding is not known", "Save the file as UTF-8.");
  }

  private static String message(XMLStreamException fault) {
    String text = String.valueOf(fault.getMessage());
    int end = text.indexOf(PARSERS_PLACE);
    return "it is not readable as XML: "
        + Printable.of(end < 0 ? text : text.substring(0, end), LONGEST);
  }

  private static String advice(XMLStreamException fault) {
    if (fault instanceof WstxEOFException) {
      return "The file ends too early: save or copy it completely.";
    }
    if (fault instanceof WstxIOException) {
      return "Save the file as UTF-8.";
    }
    return "Correct the XML here; the fault may also stand a little before.";
  }
}
