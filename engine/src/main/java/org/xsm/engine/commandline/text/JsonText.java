package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON for programs, in ASCII: whatever the terminal, nothing in it is a character that is obeyed.
 */
public final class JsonText {
  private static final JsonMapper WRITER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonText() {}

  /** In one line. */
  public static String line(JsonNode node) {
    try {
      return escaped(WRITER.writeValueAsString(node));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was JSON is JSON", impossible);
    }
  }

  /** Over several lines, as people read it. */
  public static String page(JsonNode node) {
    try {
      return escaped(WRITER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was JSON is JSON", impossible);
    }
  }

  /** The one character of ASCII that JSON lets pass though it is obeyed. */
  private static String escaped(String json) {
    return json.replace("\u007f", "\\u007f");
  }
}
