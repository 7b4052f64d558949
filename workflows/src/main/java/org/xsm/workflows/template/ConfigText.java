package org.xsm.workflows.template;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;

/**
 * Splits a Xen guest config into its statements without changing a character of them. Follows the
 * grammar of xl's own reader (tools/libs/util/libxlu_cfg_y.y): {@code key = value}, ended by a
 * line's end or {@code ;}, where a value is a number, a string in either quotes, or a list that may
 * run over several lines.
 */
final class ConfigText {
  /**
   * A piece of the config: an assignment, or what stands between assignments.
   *
   * @param key the key that is assigned; empty for comments and blank lines
   * @param text the statement as it stands, without the end of its line
   */
  record Statement(String key, String text) {}

  private final String text;
  private int at;
  private int line = 1;

  private ConfigText(String text) {
    this.text = text;
  }

  /**
   * The statements in the order of the file. CRLF and a byte order mark, which xl itself refuses,
   * are taken off.
   *
   * @throws InvalidValue when the config cannot be split into statements, with the line
   */
  static List<Statement> statements(String config) {
    String unix = config.replace("\r\n", "\n");
    return new ConfigText(unix.startsWith("\uFEFF") ? unix.substring(1) : unix).split();
  }

  private List<Statement> split() {
    List<Statement> statements = new ArrayList<>();
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '\n' || next == ';' || next == ' ' || next == '\t') {
        step();
      } else if (next == '#') {
        int from = at;
        skipComment();
        statements.add(new Statement("", text.substring(from, at)));
      } else {
        statements.add(assignment());
      }
    }
    return statements;
  }

  private Statement assignment() {
    int from = at;
    while (at < text.length() && isKeyPart(text.charAt(at))) {
      step();
    }
    String key = text.substring(from, at);
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '+') {
      step();
    }
    if (key.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
      throw wrong("is not an assignment", from);
    }
    step();
    int end = skipValue();
    return new Statement(key, text.substring(from, end).stripTrailing());
  }

  /**
   * Moves behind the value; returns where it ends, before a comment that may follow on its line.
   */
  private int skipValue() {
    int depth = 0;
    int opened = line;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (depth == 0 && (next == '\n' || next == ';' || next == '#')) {
        break;
      }
      if (next == '"' || next == '\'') {
        skipString(next);
      } else if (next == '#') {
        skipComment();
      } else {
        depth += next == '[' ? 1 : next == ']' ? -1 : 0;
        step();
      }
    }
    if (depth != 0) {
      throw new InvalidValue(
          "line " + opened + ": a list that is not closed", "Close it with ']'.");
    }
    return at;
  }

  private void skipString(char quote) {
    int opened = line;
    step();
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        step();
      }
      step();
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw new InvalidValue(
          "line " + opened + ": a string that is not closed",
          "Close it with " + quote + " on the same line.");
    }
    step();
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      step();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      step();
    }
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }

  private static boolean isKeyPart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private InvalidValue wrong(String what, int from) {
    int end = text.indexOf('\n', from);
    String shown = text.substring(from, end < 0 ? text.length() : end);
    return new InvalidValue(
        "line " + line + ": '" + Printable.of(shown) + "' " + what,
        "Write key = value, as in xl.cfg(5).");
  }
}
