package org.xsm.webtasks.views;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the inbox is looked at, and what of it; stands in the address, so that it can be
 * kept and passed on.
 *
 * @param tab the word of an {@link InboxTab}; empty: the first where something waits
 * @param set only tasks of this set
 * @param kind only tasks of this kind: {@code approve-plan}, {@code decide-trouble}
 * @param q only tasks in whose title, set or submitter this stands
 */
public record InboxQuery(String tab, String set, String kind, String q) {
  public InboxQuery {
    tab = orEmpty(tab);
    set = orEmpty(set);
    kind = orEmpty(kind);
    q = orEmpty(q);
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value.strip();
  }

  boolean matches(TaskCard card) {
    String sought = q.toLowerCase(Locale.ROOT);
    return (set.isEmpty() || card.sets().contains(set))
        && (kind.isEmpty() || card.task().kind().label().equals(kind))
        && Stream.of(card.task().title(), card.set(), card.submitter())
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
  }

  /** Whether anything is left out. */
  public boolean narrows() {
    return !(set.isEmpty() && kind.isEmpty() && q.isEmpty());
  }

  /** The same in another part. */
  public String in(InboxTab other) {
    return new InboxQuery(other.label(), set, kind, q).address();
  }

  /** What stands after the question mark. */
  public String address() {
    UriComponentsBuilder address = UriComponentsBuilder.newInstance();
    Stream.of(new Word("tab", tab), new Word("set", set), new Word("kind", kind), new Word("q", q))
        .filter(word -> !word.value().isEmpty())
        .forEach(word -> address.queryParam(word.name(), "{" + word.name() + "}"));
    String query =
        address
            .encode()
            .buildAndExpand(Map.of("tab", tab, "set", set, "kind", kind, "q", q))
            .getQuery();
    return query == null ? "" : query;
  }

  private record Word(String name, String value) {}
}
