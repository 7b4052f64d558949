package org.xsm.connectors.xen.xm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.connectors.xen.answer.NotUnderstood;

/**
 * An s-expression as xend prints it ({@code xen/util/sxp.py}): words, words in quotes, and lists of
 * them. What stands outside of all lists is left out, since a login may print something before.
 */
sealed interface Sxp {
  /** A word, without its quotes. */
  record Word(String text) implements Sxp {}

  /** A list, whose first word mostly is a key: {@code (memory 128)}. */
  record Row(List<Sxp> elements) implements Sxp {
    public Row {
      elements = List.copyOf(elements);
    }

    /** Whether the first word is this. */
    boolean is(String key) {
      return !elements.isEmpty() && elements.get(0).equals(new Word(key));
    }

    /** The lists in this that begin with this word. */
    Stream<Row> rows(String key) {
      return elements.stream()
          .filter(Row.class::isInstance)
          .map(Row.class::cast)
          .filter(row -> row.is(key));
    }

    /** The word behind this key; empty when there is none, or when nothing stands behind it. */
    Optional<String> value(String key) {
      return rows(key)
          .filter(row -> row.elements().size() > 1)
          .map(row -> row.elements().get(1))
          .filter(Word.class::isInstance)
          .map(word -> ((Word) word).text())
          .findFirst();
    }
  }

  /** All lists of a text. */
  static List<Row> parse(String text) throws NotUnderstood {
    return new Reader(text).read();
  }

  /** Reads without recursion, so that no text can exhaust the stack. */
  final class Reader {
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int DEEPEST = 64;

    private final String text;
    private final List<Row> read = new ArrayList<>();
    private final List<List<Sxp>> open = new ArrayList<>();
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private List<Row> read() throws NotUnderstood {
      if (text.length() > LARGEST) {
        throw new NotUnderstood("'list --long' printed " + text.length() + " characters");
      }
      while (at < text.length()) {
        char next = text.charAt(at);
        if (Character.isWhitespace(next)) {
          at++;
        } else if (next == '#' && (at == 0 || text.charAt(at - 1) == '\n')) {
          at = endOf('\n');
        } else {
          step(next);
        }
      }
      if (!open.isEmpty()) {
        throw new NotUnderstood("'list --long' broke off in the middle of a list");
      }
      return read;
    }

    private void step(char next) throws NotUnderstood {
      switch (next) {
        case '(' -> begin();
        case ')' -> end();
        case '\'', '"' -> add(quoted(next));
        default -> add(word());
      }
    }

    private void begin() throws NotUnderstood {
      if (open.size() == DEEPEST) {
        throw new NotUnderstood("'list --long' printed lists more than " + DEEPEST + " deep");
      }
      open.add(new ArrayList<>());
      at++;
    }

    private void end() throws NotUnderstood {
      if (open.isEmpty()) {
        throw new NotUnderstood("'list --long' printed the end of a list that was not begun");
      }
      Row row = new Row(open.remove(open.size() - 1));
      at++;
      if (open.isEmpty()) {
        read.add(row);
      } else {
        open.get(open.size() - 1).add(row);
      }
    }

    private void add(String word) {
      if (!open.isEmpty()) {
        open.get(open.size() - 1).add(new Word(word));
      }
    }

    /** Outside of lists an apostrophe is only an apostrophe. */
    private String quoted(char quote) throws NotUnderstood {
      if (open.isEmpty()) {
        return word();
      }
      StringBuilder word = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char next = text.charAt(at);
        if (next == quote) {
          at++;
          return word.toString();
        }
        if (next == '\\' && at + 1 < text.length()) {
          at++;
        }
        word.append(text.charAt(at));
      }
      throw new NotUnderstood("'list --long' broke off in the middle of a word");
    }

    private String word() {
      int from = at;
      do {
        at++;
      } while (at < text.length() && isOfWord(text.charAt(at)));
      return text.substring(from, at);
    }

    private static boolean isOfWord(char next) {
      return next != '(' && next != ')' && !Character.isWhitespace(next);
    }

    private int endOf(char end) {
      int found = text.indexOf(end, at);
      return found < 0 ? text.length() : found;
    }
  }
}
