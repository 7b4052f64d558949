package org.xsm.engine.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a script, read word by word. What stands between double quotes is one word. Each
 * complaint names the scenario and the line.
 */
final class Line {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
  private static final Pattern WORDS = Pattern.compile("\\s*((\"[^\"]*\"|[^\\s\"]+)(\\s+|$))*");

  private final String place;
  private final String text;
  private final List<String> words = new ArrayList<>();
  private int next;

  /**
   * @param place the script and the line's number: {@code retire/script.txt:3}
   */
  Line(String place, String text) {
    this.place = place;
    this.text = text.strip();
    if (!WORDS.matcher(this.text).matches()) {
      throw fault("words with blanks between them, and a quote at both ends of each text");
    }
    Matcher word = WORD.matcher(this.text);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
  }

  /** Whether anything is to be done: not with a blank line or a comment. */
  boolean says() {
    return !text.isEmpty() && !text.startsWith("#");
  }

  /** Whether this is its first word; takes none. */
  boolean begins(String word) {
    return !words.isEmpty() && words.get(0).equals(word);
  }

  boolean hasNext() {
    return next < words.size();
  }

  /**
   * The next word.
   *
   * @param what is expected there, for the complaint when there is none
   */
  String next(String what) {
    if (!hasNext()) {
      throw fault(what);
    }
    return words.get(next++);
  }

  int number(String what) {
    String word = next(what);
    if (!word.matches("[0-9]{1,6}")) {
      throw fault(what);
    }
    return Integer.parseInt(word);
  }

  /** Takes the next word if it is this one. */
  boolean takes(String word) {
    boolean there = hasNext() && words.get(next).equals(word);
    next += there ? 1 : 0;
    return there;
  }

  /** All words that are left. */
  List<String> rest() {
    List<String> rest = List.copyOf(words.subList(next, words.size()));
    next = words.size();
    return rest;
  }

  void end() {
    if (hasNext()) {
      throw fault("nothing after '" + words.get(next - 1) + "'");
    }
  }

  /** What is wrong with the line itself. */
  IllegalArgumentException fault(String expected) {
    return new IllegalArgumentException(this + ": expected " + expected);
  }

  @Override
  public String toString() {
    return place + " '" + text + "'";
  }
}
