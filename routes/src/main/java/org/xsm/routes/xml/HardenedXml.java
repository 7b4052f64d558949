package org.xsm.routes.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Opens XML that a stranger wrote, so that reading it touches nothing but its bytes and stays
 * within limits of time and memory. No DTD is processed, no entity beyond XML's own five is known,
 * nothing external is ever fetched.
 */
public final class HardenedXml {
  /** The largest file that is read, in bytes (16 MiB). */
  public static final int LARGEST_FILE = 16 * 1024 * 1024;

  private static final int DEEPEST = 20;
  private static final int MOST_ATTRIBUTES = 20;
  private static final int LONGEST_ATTRIBUTE = 1_000;
  private static final long LONGEST_TEXT = 1024 * 1024;
  // Six elements a VM: room for 50,000 VMs.
  private static final long MOST_ELEMENTS = 300_000;

  private static final WstxInputFactory FACTORY = hardened();

  private HardenedXml() {}

  /**
   * A reader that stands before the document's first event.
   *
   * @throws XMLStreamException when not even the encoding can be made out
   */
  public static XMLStreamReader2 open(InputStream bytes) throws XMLStreamException {
    return (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes);
  }

  /** The factory with all its limits, for those who open readers of their own. */
  static XMLInputFactory factory() {
    return FACTORY;
  }

  private static WstxInputFactory hardened() {
    WstxInputFactory factory = new WstxInputFactory();
    closeTheDoors(factory);
    setTheLimits(factory);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Faults come from next(), not from whoever asks for the text later.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    // A stranger's names do not stay in the JVM's table of strings.
    factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
    return factory;
  }

  private static void closeTheDoors(WstxInputFactory factory) {
    XMLResolver refusing =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External parts of a file are never fetched");
        };
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(refusing);
    factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refusing);
    factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, refusing);
  }

  private static void setTheLimits(WstxInputFactory factory) {
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MOST_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) LARGEST_FILE);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
  }
}
