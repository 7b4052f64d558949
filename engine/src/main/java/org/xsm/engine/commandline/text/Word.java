package org.xsm.engine.commandline.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.xsm.workflows.site.Printable;

/**
 * Reads what the manager has answered, fit to be printed: names and reasons in it are other
 * people's, and a terminal obeys some characters.
 */
public final class Word {
  private static final int LONGEST = 4000;

  private Word() {}

  /** The text of this name; empty where there is none. */
  public static String of(JsonNode node, String name) {
    return shown(node.path(name));
  }

  /** Every text of a list of this name. */
  public static List<String> all(JsonNode node, String name) {
    return each(node.path(name)).stream().map(Word::shown).toList();
  }

  /** Every node of a list. */
  public static List<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static String shown(JsonNode text) {
    return text.isNull() ? "" : Printable.of(text.asText(), LONGEST);
  }
}
