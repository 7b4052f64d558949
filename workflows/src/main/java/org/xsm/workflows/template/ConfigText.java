package org.xsm.workflows.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.template.ConfigTokens.Kind;
import org.xsm.workflows.template.ConfigTokens.Token;

/**
 * Splits a Xen guest config into its assignments without changing a character of them. What xl's
 * own reader (libxlu_cfg_y.y of Xen's sources) refuses is refused here, with its line; xm, which
 * reads Python, reads whatever xl reads.
 */
final class ConfigText {
  /** Deeper than any config, and not too deep for us. */
  private static final int DEEPEST = 256;

  private static final Set<Kind> NEWLINES = EnumSet.of(Kind.NEWLINE);
  private static final Set<Kind> NO_STATEMENT = EnumSet.of(Kind.NEWLINE, Kind.SEMICOLON);
  private static final Set<Kind> ENDS = EnumSet.of(Kind.NEWLINE, Kind.SEMICOLON, Kind.END);

  /**
   * An assignment.
   *
   * @param text the assignment as it stands, without what follows on its line
   * @param strings the strings of its value, as they stand between their quotes
   */
  record Statement(String key, String text, List<String> strings) {
    Statement {
      strings = List.copyOf(strings);
    }

    /** Whether it adds to what the key has, by {@code +=}. */
    boolean isAddition() {
      return text.substring(key.length()).stripLeading().startsWith("+");
    }

    private boolean isList() {
      return text.substring(text.indexOf('=') + 1).stripLeading().startsWith("[");
    }
  }

  private final String text;
  private final List<Token> tokens;
  private final Map<String, Boolean> lists = new HashMap<>();
  private int at;

  private ConfigText(String text) {
    this.text = text;
    this.tokens = ConfigTokens.of(text);
  }

  /**
   * The assignments in the order of the file. CRLF and a byte order mark, which xl itself refuses,
   * are taken off.
   *
   * @throws InvalidValue when the config is none, with the line
   */
  static List<Statement> statements(String config) {
    String unix = config.replace("\r\n", "\n");
    return new ConfigText(unix.startsWith("\uFEFF") ? unix.substring(1) : unix).split();
  }

  /** The strings that a key has in the end; none when it has no value. */
  static List<String> strings(List<Statement> statements, String key) {
    List<String> strings = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.key().equals(key)) {
        if (!statement.isAddition()) {
          strings.clear();
        }
        strings.addAll(statement.strings());
      }
    }
    return strings;
  }

  private List<Statement> split() {
    List<Statement> statements = new ArrayList<>();
    skip(NO_STATEMENT);
    while (tokens.get(at).kind() != Kind.END) {
      statements.add(assignment());
      if (!ENDS.contains(tokens.get(at).kind())) {
        throw unexpected("the end of the line");
      }
      skip(NO_STATEMENT);
    }
    return statements;
  }

  private Statement assignment() {
    Token key = take("a key", Kind.KEY);
    take("'=' behind '" + key.text() + "'", Kind.ASSIGN, Kind.ADD);
    List<String> strings = new ArrayList<>();
    value(strings, 0);
    String whole = text.substring(key.from(), tokens.get(at - 1).to());
    return sameKind(key, new Statement(key.text(), whole, strings));
  }

  private Statement sameKind(Token key, Statement statement) {
    Boolean list = lists.put(key.text(), statement.isList());
    if (statement.isAddition() && list != null && list != statement.isList()) {
      throw wrong(key, "adds a list to a single value, or a single value to a list");
    }
    return statement;
  }

  private void value(List<String> strings, int depth) {
    Token value =
        take("a value in quotes, a number or a list", Kind.STRING, Kind.NUMBER, Kind.OPEN);
    if (value.kind() == Kind.STRING) {
      strings.add(value.text().substring(1, value.text().length() - 1));
    } else if (value.kind() == Kind.OPEN) {
      if (depth == DEEPEST) {
        throw wrong(value, "has more than " + DEEPEST + " lists within each other");
      }
      list(value, strings, depth);
    }
  }

  private void list(Token open, List<String> strings, int depth) {
    skipWithin(open);
    while (tokens.get(at).kind() != Kind.CLOSE) {
      value(strings, depth + 1);
      skipWithin(open);
      if (tokens.get(at).kind() != Kind.CLOSE) {
        take("',' or ']' of the list that begins on line " + open.line(), Kind.COMMA);
        skipWithin(open);
      }
    }
    at++;
  }

  private void skipWithin(Token open) {
    skip(NEWLINES);
    if (tokens.get(at).kind() == Kind.END) {
      throw wrong(open, "begins a list that is not closed");
    }
  }

  private void skip(Set<Kind> kinds) {
    while (kinds.contains(tokens.get(at).kind())) {
      at++;
    }
  }

  private Token take(String wanted, Kind... kinds) {
    Token token = tokens.get(at);
    if (!List.of(kinds).contains(token.kind())) {
      throw unexpected(wanted);
    }
    at++;
    return token;
  }

  private InvalidValue unexpected(String wanted) {
    Token token = tokens.get(at);
    boolean isString = token.text().equals("\"") || token.text().equals("'");
    if (token.kind() == Kind.STRANGE && isString) {
      return wrong(token, "has a string that is not closed, or a backslash that xl does not know");
    }
    boolean isEnd = ENDS.contains(token.kind());
    String found = isEnd ? "the end of the line" : "'" + Printable.of(word(token)) + "'";
    return wrong(token, "has " + found + " where xl wants " + wanted);
  }

  /** The token, or, where it is none, what stands there up to the next blank. */
  private String word(Token token) {
    return token.kind() == Kind.STRANGE
        ? text.substring(token.from()).split("\\s", 2)[0]
        : token.text();
  }

  private InvalidValue wrong(Token token, String what) {
    int from = text.lastIndexOf('\n', token.from() - 1) + 1;
    int end = text.indexOf('\n', from);
    String line = text.substring(from, end < 0 ? text.length() : end).strip();
    return new InvalidValue(
        "line " + token.line() + ": '" + Printable.of(line) + "' " + what,
        "Write key = value, the key in small letters and text in quotes, as in xl.cfg(5).");
  }
}
