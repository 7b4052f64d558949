package org.xsm.workflows.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Splits a guest config into tokens, as xl's own lexer does (tools/libs/util/libxlu_cfg_l.l of
 * Xen's sources). Blanks and comments are none.
 */
final class ConfigTokens {
  /** What a token is. */
  enum Kind {
    KEY,
    NUMBER,
    STRING,
    ASSIGN,
    ADD,
    OPEN,
    COMMA,
    CLOSE,
    SEMICOLON,
    NEWLINE,
    END,
    STRANGE
  }

  /**
   * A token.
   *
   * @param text as it is written; of a strange one, its first character
   * @param from where it begins in the config
   * @param line the line that it stands on, counted from 1
   */
  record Token(Kind kind, String text, int from, int line) {
    int to() {
      return from + text.length();
    }
  }

  private static final String BEHIND_BACKSLASH = "abfnrtv\\'\"";
  private static final int NOWHERE = -1;

  private final String config;
  private final List<Token> tokens = new ArrayList<>();
  private int line = 1;

  private ConfigTokens(String config) {
    this.config = config;
  }

  /** The tokens, up to one that marks the end, or the first that xl would not read. */
  static List<Token> of(String config) {
    ConfigTokens reading = new ConfigTokens(config);
    int at = reading.behindBlanks(0);
    while (at < config.length() && !reading.isStuck()) {
      at = reading.behindBlanks(reading.add(at));
    }
    reading.tokens.add(new Token(Kind.END, "", at, reading.line));
    return reading.tokens;
  }

  private boolean isStuck() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.STRANGE;
  }

  private int behindBlanks(int from) {
    int at = behind(from, each -> each == ' ' || each == '\t');
    return isAt(at, '#') ? behind(at, each -> each != '\n') : at;
  }

  /** Reads a token; returns where it ends. */
  private int add(int from) {
    Kind kind = kind(from);
    int to =
        switch (kind) {
          case KEY -> behind(from, ConfigTokens::isOfKey);
          case NUMBER -> behind(from, ConfigTokens::isOfNumber);
          case STRING -> behindString(from);
          case ADD -> from + 2;
          default -> from + 1;
        };
    if (to == NOWHERE) {
      kind = Kind.STRANGE;
      to = from + 1;
    }
    tokens.add(new Token(kind, config.substring(from, to), from, line));
    line += kind == Kind.NEWLINE ? 1 : 0;
    return to;
  }

  private Kind kind(int at) {
    char first = config.charAt(at);
    return switch (first) {
      case '"', '\'' -> Kind.STRING;
      case '=' -> Kind.ASSIGN;
      case '[' -> Kind.OPEN;
      case ',' -> Kind.COMMA;
      case ']' -> Kind.CLOSE;
      case ';' -> Kind.SEMICOLON;
      case '\n' -> Kind.NEWLINE;
      default -> {
        if (first == '+' && isAt(at + 1, '=')) {
          yield Kind.ADD;
        }
        if (isDigit(first)) {
          yield Kind.NUMBER;
        }
        if (isSmallLetter(first)) {
          yield Kind.KEY;
        }
        yield Kind.STRANGE;
      }
    };
  }

  private int behindString(int from) {
    char quote = config.charAt(from);
    int at = behind(from + 1, each -> isPlain(each, quote));
    while (isAt(at, '\\') && behindEscape(at) != NOWHERE) {
      at = behind(behindEscape(at), each -> isPlain(each, quote));
    }
    return isAt(at, quote) ? at + 1 : NOWHERE;
  }

  /** Of escapes, those that xl knows. */
  private int behindEscape(int at) {
    if (at + 1 < config.length() && BEHIND_BACKSLASH.indexOf(config.charAt(at + 1)) >= 0) {
      return at + 2;
    }
    int to = behind(at + 1, each -> each >= '0' && each <= '7');
    return to < at + 4 ? NOWHERE : at + 4;
  }

  private int behind(int from, IntPredicate wanted) {
    int at = from;
    while (at < config.length() && wanted.test(config.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isAt(int at, char wanted) {
    return at < config.length() && config.charAt(at) == wanted;
  }

  /** NUL makes xl abort. */
  private static boolean isPlain(int each, char quote) {
    return each != quote && each != '\\' && each != '\n' && each != 0;
  }

  private static boolean isOfKey(int each) {
    return isSmallLetter(each) || isDigit(each) || each == '_';
  }

  private static boolean isOfNumber(int each) {
    return isDigit(each) || each >= 'a' && each <= 'f' || each == 'x';
  }

  private static boolean isSmallLetter(int each) {
    return each >= 'a' && each <= 'z';
  }

  private static boolean isDigit(int each) {
    return each >= '0' && each <= '9';
  }
}
