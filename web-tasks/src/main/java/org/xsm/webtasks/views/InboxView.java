package org.xsm.webtasks.views;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.run.Decided;

/**
 * The inbox as a person sees it.
 *
 * @param all every task that is open
 * @param decided what was decided lately
 */
public record InboxView(List<TaskCard> all, List<Decided> decided, InboxQuery query) {
  public InboxView {
    all = List.copyOf(all);
    decided = List.copyOf(decided);
  }

  /** The part that is looked at: as the address says, else the first in which something stands. */
  public InboxTab tab() {
    InboxTab first =
        Stream.of(InboxTab.MINE, InboxTab.GROUPS, InboxTab.OTHERS)
            .filter(tab -> count(tab) > 0)
            .findFirst()
            .orElse(InboxTab.GROUPS);
    return InboxTab.find(query.tab(), first);
  }

  public List<InboxTab> tabs() {
    return Arrays.asList(InboxTab.values());
  }

  /** How many there are in a part, as far as they match. */
  public long count(InboxTab tab) {
    return tab == InboxTab.DONE ? done().size() : in(tab).count();
  }

  /** The cards to show: what is overdue first, then the oldest. */
  public List<TaskCard> cards() {
    return in(tab()).toList();
  }

  /** The decisions to show. */
  public List<Decided> done() {
    String sought = query.q().toLowerCase(Locale.ROOT);
    return decided.stream()
        .filter(made -> query.set().isEmpty() || sets(made.run().sets()).contains(query.set()))
        .filter(
            made ->
                (made.run().sets() + " " + made.entry().actor() + " " + made.entry().text())
                    .toLowerCase(Locale.ROOT)
                    .contains(sought))
        .toList();
  }

  /** The sets that can be chosen. */
  public SortedSet<String> sets() {
    return Stream.concat(
            all.stream().flatMap(card -> card.sets().stream()),
            decided.stream().flatMap(made -> sets(made.run().sets()).stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<TaskCard> in(InboxTab tab) {
    return all.stream().filter(card -> InboxTab.of(card.view()) == tab).filter(query::matches);
  }

  static List<String> sets(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).toList();
  }
}
