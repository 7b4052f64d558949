package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Moves guests to where they are wanted: straight as far as that goes, and with remedies where
 * guests wait for each other. What is cheaper is tried first for all, so that nobody is shut down
 * as long as a stop over helps.
 *
 * <p>Small knots, and any knot of a small site, are untied by {@link Search}, which misses nothing;
 * large ones by {@link Loosening}.
 */
final class Untying {
  private final Set<Remedy> allowed;
  private final Budget budget;

  Untying(Set<Remedy> allowed, Budget budget) {
    this.allowed = EnumSet.noneOf(Remedy.class);
    this.allowed.addAll(allowed);
    this.budget = budget;
  }

  /**
   * Moves them.
   *
   * @return the placement with the moves; not all need have arrived
   */
  Placement untie(Placement start, BitSet moving) {
    Placement placement = start.copy();
    DirectMoves direct = new DirectMoves(placement, moving);
    direct.run();
    if (direct.stuck().isEmpty()) {
      return placement;
    }
    if (all(moving).isSmall()) {
      return afresh(start, moving).orElse(placement);
    }
    Set<Remedy> remedies = EnumSet.noneOf(Remedy.class);
    for (Remedy remedy : allowed) {
      remedies.add(remedy);
      apply(remedies, remedy, placement, direct);
    }
    return placement;
  }

  /** All moves of a small site, found by search from where all are now. */
  private Optional<Placement> afresh(Placement start, BitSet moving) {
    Placement placement = start.copy();
    return solve(all(moving), placement, allowed, Extra.NONE)
        .map(
            way -> {
              way.forEach(deed -> deed.accept(placement));
              return placement;
            });
  }

  private static Knot all(BitSet moving) {
    return new Knot(moving.stream().boxed().toList());
  }

  private void apply(Set<Remedy> remedies, Remedy remedy, Placement placement, DirectMoves direct) {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = false;
      for (Knot knot : Knot.of(placement, direct.stuck())) {
        goesOn |= knot.isSmall() && untie(knot, remedies, placement, direct);
        goesOn |= !knot.isSmall() && new Loosening(placement, direct).loosen(knot, remedy);
      }
      direct.run();
    }
  }

  private boolean untie(Knot knot, Set<Remedy> remedies, Placement placement, DirectMoves direct) {
    Optional<List<Consumer<Placement>>> way = solve(knot, placement, remedies, Extra.NONE);
    way.ifPresent(
        deeds -> {
          List<Integer> hosts = knot.hosts(placement);
          deeds.forEach(deed -> deed.accept(placement));
          hosts.forEach(direct::hasMoreRoom);
        });
    return way.isPresent();
  }

  /** The cheapest way: each remedy is only tried where none goes without it. */
  private Optional<List<Consumer<Placement>>> solve(
      Knot knot, Placement placement, Set<Remedy> remedies, Extra extra) {
    Board board = new Board(placement, knot.guests(), knot.hosts(placement), extra);
    Set<Remedy> tried = EnumSet.noneOf(Remedy.class);
    Optional<List<Consumer<Placement>>> way = Optional.empty();
    for (Remedy remedy : remedies) {
      tried.add(remedy);
      if (way.isEmpty()) {
        way = Search.find(board, tried, budget);
      }
    }
    return way;
  }

  /**
   * What the guests that are still on their way lack.
   *
   * @param start where all were
   * @param end where {@link #untie} got them
   */
  List<Lack> lacks(Placement start, Placement end, BitSet moving) {
    List<Integer> stuck = moving.stream().filter(end::isUnderWay).boxed().toList();
    List<Lack> lacks = new ArrayList<>();
    for (Knot knot : Knot.of(end, stuck)) {
      Lack estimate = estimate(knot, end);
      Lack least =
          all(moving).isSmall()
              ? exactly(all(moving), start, estimate)
              : knot.isSmall() ? exactly(knot, end, estimate) : estimate;
      knot.guests().forEach(guest -> lacks.add(least.of(guest)));
    }
    return lacks;
  }

  /** The least that lets a first guest of the knot go; more may be needed for all of them. */
  private static Lack estimate(Knot knot, Placement placement) {
    return knot.guests().stream()
        .map(
            guest -> {
              int to = placement.guests().get(guest).to();
              int missing = placement.missing(guest, to);
              return new Lack(guest, to, missing, placement.room(to), knot.guests());
            })
        .min(Comparator.comparingInt(Lack::missing))
        .orElseThrow();
  }

  /** The least memory on any one host with which there would have been a way. */
  private Lack exactly(Knot knot, Placement placement, Lack estimate) {
    Lack least = null;
    for (int host : knot.hosts(placement)) {
      int most = least == null ? everything(knot, placement) : least.missing() - 1;
      int missing = least(knot, placement, host, most);
      if (missing <= most) {
        least = new Lack(estimate.guest(), host, missing, placement.room(host), estimate.knot());
      }
    }
    return least == null ? estimate : least;
  }

  private int least(Knot knot, Placement placement, int host, int most) {
    if (solve(knot, placement, allowed, new Extra(host, most)).isEmpty()) {
      return most + 1;
    }
    int low = 1;
    int high = most;
    while (low < high) {
      int middle = (low + high) / 2;
      if (solve(knot, placement, allowed, new Extra(host, middle)).isPresent()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  /** As much as would hold all guests of the knot at once. */
  private static int everything(Knot knot, Placement placement) {
    return knot.guests().stream()
        .mapToInt(guest -> placement.need(guest) + placement.overhead())
        .sum();
  }
}
