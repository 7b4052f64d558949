package org.xsm.connectors.xen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a script of ours answered, in sections. A section begins with a line of the exchange's own
 * word, the section's name and its words; so nothing that a tool or a login shell prints is taken
 * for ours.
 *
 * @param errors what was written to standard error
 */
public record Sections(Map<String, Section> sections, String errors) {
  public Sections {
    sections = Map.copyOf(sections);
  }

  /** A section: what stands on its first line behind the name, and the text below. */
  public record Section(List<String> words, String text) {
    public Section {
      words = List.copyOf(words);
    }
  }

  /**
   * Reads an answer; the first of two sections of one name counts.
   *
   * @param token the exchange's own word
   */
  static Sections parse(String token, String output, String errors) {
    Map<String, Section> sections = new HashMap<>();
    String mark = "\n" + token + " ";
    String text = "\n" + output;
    int begin = text.indexOf(mark);
    while (begin >= 0) {
      int next = text.indexOf(mark, begin + 1);
      add(sections, text.substring(begin + mark.length(), next < 0 ? text.length() : next));
      begin = next;
    }
    return new Sections(sections, errors);
  }

  private static void add(Map<String, Section> sections, String section) {
    int end = section.indexOf('\n');
    String head = end < 0 ? section : section.substring(0, end);
    List<String> words = List.of(head.strip().split("\\s+"));
    String text = end < 0 ? "" : section.substring(end + 1);
    sections.putIfAbsent(words.get(0), new Section(words.subList(1, words.size()), text));
  }

  public boolean has(String name) {
    return sections.containsKey(name);
  }

  /** The text of a section; empty when there is none. */
  public String text(String name) {
    return has(name) ? sections.get(name).text() : "";
  }

  /** The words behind a section's name; none when there is no such section. */
  public List<String> words(String name) {
    return has(name) ? sections.get(name).words() : List.of();
  }

  /**
   * Whether a tool was asked and ended well; {@code info} has its exit code in {@code info-exit}.
   */
  public boolean succeeded(String name) {
    return words(name + "-exit").equals(List.of("0"));
  }
}
