package org.xsm.routes.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** The published schema, asked through the JDK's own validator. */
final class SiteSchema {
  private static final Path FILE = Path.of("../docs/site.xsd");

  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException fault) {
          // Says nothing about the document.
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
          throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
          throw fault;
        }
      };

  private final Schema schema;
  private final SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();

  SiteSchema() throws SAXException, ParserConfigurationException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    schema = factory.newSchema(FILE.toFile());
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
  }

  boolean accepts(byte[] file) {
    try {
      XMLReader reader = parsers.newSAXParser().getXMLReader();
      reader.setErrorHandler(STRICT);
      Validator validator = schema.newValidator();
      validator.setErrorHandler(STRICT);
      validator.validate(new SAXSource(reader, new InputSource(new ByteArrayInputStream(file))));
      return true;
    } catch (SAXException | IOException invalid) {
      return false;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
