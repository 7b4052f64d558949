package org.xsm.routes.xml;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells a file that has been written to its end from one that is still being written. */
public final class XmlCompleteness {
  private XmlCompleteness() {}

  /**
   * Whether the bytes are well-formed XML up to the end of the root element. A file that is not may
   * still become so; or its author made a mistake.
   */
  public static boolean isComplete(InputStream bytes) {
    try {
      XMLStreamReader reader = HardenedXml.open(bytes);
      int depth = 0;
      do {
        int event = reader.next();
        depth += event == XMLStreamReader.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamReader.END_ELEMENT ? 1 : 0;
        if (event == XMLStreamReader.END_ELEMENT && depth == 0) {
          return true;
        }
      } while (reader.hasNext());
      return false;
    } catch (XMLStreamException | IllegalArgumentException incomplete) {
      return false;
    }
  }
}
