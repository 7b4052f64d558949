package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the cheapest way out of a knot by trying all (A*): fewest stops, then fewest guests shrunk,
 * then fewest moves, then least memory carried. Finds a way if there is one, unless its budget runs
 * out first.
 */
final class Search {
  private static final long MOVE = 1L << 32;
  private static final long SHRINK = 1L << 40;
  private static final long STOP = 1L << 48;

  /** A position that was reached, with the way there. */
  private record Node(
      long position, long cost, long estimate, int number, Node before, Consumer<Placement> deed) {}

  private static final Comparator<Node> CHEAPEST =
      Comparator.comparingLong(Node::estimate)
          .thenComparing(Comparator.comparingLong(Node::cost).reversed())
          .thenComparingInt(Node::number);

  private final Board board;
  private final Set<Remedy> remedies;
  private final Budget budget;
  private final Map<Long, Long> best = new HashMap<>();
  private final PriorityQueue<Node> open = new PriorityQueue<>(CHEAPEST);
  private final int[] lean;
  private final int[] full;
  private int reached;
  private int trials;

  private Search(Board board, Set<Remedy> remedies, Budget budget) {
    this.board = board;
    this.remedies = EnumSet.copyOf(remedies);
    this.budget = budget;
    this.lean = new int[board.hosts()];
    this.full = new int[board.hosts()];
  }

  /** What to do, one after the other, until every guest of the board is where it is wanted. */
  static Optional<List<Consumer<Placement>>> find(
      Board board, Set<Remedy> remedies, Budget budget) {
    Search search = new Search(board, remedies, budget);
    Optional<List<Consumer<Placement>>> way = search.find();
    budget.use(search.trials);
    return way;
  }

  private Optional<List<Consumer<Placement>>> find() {
    reach(board.start(), 0, null, null);
    while (!open.isEmpty() && trials < budget.ofOneSearch()) {
      Node node = open.remove();
      if (remaining(node.position()) == 0) {
        return Optional.of(way(node));
      }
      if (best.get(node.position()) == node.cost()) {
        expand(node);
      }
    }
    return Optional.empty();
  }

  private void expand(Node node) {
    board.free(node.position(), lean, full);
    for (int guest = 0; guest < board.guests(); guest++) {
      if (!board.isStopped(node.position(), guest)) {
        tryMoves(node, guest);
        tryShrinking(node, guest);
        tryStopping(node, guest);
      }
    }
  }

  private void tryMoves(Node node, int guest) {
    int need = board.need(node.position(), guest);
    for (int field = 0; field < board.hosts(); field++) {
      trials++;
      if (need <= lean[field]
          && need + board.overhead() <= full[field]
          && board.mayMove(node.position(), guest, field)) {
        int number = board.guest(guest);
        int host = board.host(field);
        reach(
            board.move(node.position(), guest, field),
            node.cost() + MOVE + need,
            node,
            placement -> placement.move(number, host));
      }
    }
  }

  private void tryShrinking(Node node, int guest) {
    if (remedies.contains(Remedy.SHRINK) && board.mayShrink(node.position(), guest)) {
      int number = board.guest(guest);
      reach(
          board.shrink(node.position(), guest),
          node.cost() + SHRINK,
          node,
          placement -> placement.shrink(number));
    }
  }

  private void tryStopping(Node node, int guest) {
    if (remedies.contains(Remedy.STOP) && !board.isHome(node.position(), guest)) {
      int number = board.guest(guest);
      reach(
          board.stop(node.position(), guest),
          node.cost() + STOP + board.need(node.position(), guest),
          node,
          placement -> placement.stop(number));
    }
  }

  private void reach(long position, long cost, Node before, Consumer<Placement> deed) {
    Long known = best.get(position);
    if (known == null || cost < known) {
      best.put(position, cost);
      long estimate = cost + remaining(position) * MOVE;
      open.add(new Node(position, cost, estimate, reached++, before, deed));
    }
  }

  /** How many guests have still to move, at least. */
  private int remaining(long position) {
    int remaining = 0;
    for (int guest = 0; guest < board.guests(); guest++) {
      remaining += board.isHome(position, guest) ? 0 : 1;
    }
    return remaining;
  }

  private static List<Consumer<Placement>> way(Node end) {
    List<Consumer<Placement>> way = new ArrayList<>();
    for (Node node = end; node.before() != null; node = node.before()) {
      way.add(node.deed());
    }
    Collections.reverse(way);
    return way;
  }
}
