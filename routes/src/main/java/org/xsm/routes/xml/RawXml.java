package org.xsm.routes.xml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.xsm.workflows.site.Problem;

/**
 * Reads a stranger's file into raw elements with Jackson's XML parser. Where the file is not
 * well-formed or goes beyond a limit, what was read until there is kept beside the problem.
 */
public final class RawXml {
  private static final XmlFactory JACKSON =
      XmlFactory.builder()
          .xmlInputFactory(HardenedXml.factory())
          .disable(FromXmlParser.Feature.PROCESS_XSI_NIL)
          .build();

  private final RawTree tree = new RawTree();
  private final List<Problem> problems = new ArrayList<>();
  private String name;
  private int line;

  private RawXml() {}

  /** What can be read of these bytes. Never throws for what stands in them. */
  public static RawDocument read(byte[] file) {
    if (file.length > HardenedXml.LARGEST_FILE) {
      return unreadable(SyntaxProblem.tooLarge());
    }
    try {
      XMLStreamReader2 reader = HardenedXml.open(new ByteArrayInputStream(file));
      OptionalInt fault = StrictUtf8.lineOfFirstFault(file, reader.getEncoding());
      return fault.isPresent()
          ? unreadable(SyntaxProblem.notUtf8(fault.getAsInt()))
          : new RawXml().read(new NotingReader(reader));
    } catch (XMLStreamException fault) {
      return unreadable(SyntaxProblem.of(fault, 1));
    } catch (IllegalArgumentException unknownEncoding) {
      return unreadable(SyntaxProblem.unknownEncoding());
    }
  }

  private static RawDocument unreadable(Problem problem) {
    return new RawDocument(Optional.empty(), List.of(problem));
  }

  private RawDocument read(NotingReader reader) {
    try (FromXmlParser parser = JACKSON.createParser(reader)) {
      name = reader.getLocalName();
      line = reader.line();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        take(token, parser);
      }
    } catch (IOException fault) {
      problems.add(SyntaxProblem.of(fault, reader.getLocation().getLineNumber()));
    }
    problems.addAll(reader.notes());
    return new RawDocument(tree.root(), problems);
  }

  private void take(JsonToken token, FromXmlParser parser) throws IOException {
    switch (token) {
      case FIELD_NAME -> {
        name = parser.currentName();
        line = parser.currentTokenLocation().getLineNr();
      }
      case START_OBJECT -> tree.start(name, line);
      case END_OBJECT -> tree.end();
      case VALUE_STRING -> value(parser.getText());
      default -> throw new IllegalStateException(token + " in XML");
    }
  }

  /** A value is an attribute's, a piece of the open element's own text, or a leaf with its text. */
  private void value(String text) {
    if (name.isEmpty()) {
      tree.text(text);
    } else if (name.startsWith(NotingReader.ATTRIBUTE)) {
      tree.attribute(name.substring(NotingReader.ATTRIBUTE.length()), text);
    } else {
      tree.start(name, line);
      tree.text(text);
      tree.end();
    }
  }
}
