package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The free memory of one host, in chunks, each with the act that gave it. Whoever takes memory
 * waits for the givers of what it takes; of the possible chunks those are taken that add fewest
 * waits.
 */
final class Chunks {
  /** A chunk of memory in MiB. */
  private record Chunk(int giver, int amount) {}

  private final List<Chunk> given = new ArrayList<>();
  private int free;

  Chunks(int free) {
    this.free = free;
  }

  /** Memory becomes free when the act is done. */
  void give(int giver, int amount) {
    if (amount > 0) {
      given.add(new Chunk(giver, amount));
    }
  }

  /** Takes memory, and adds to {@code waits} what must be done before it is there. */
  void take(int amount, SortedSet<Integer> waits) {
    int now = Math.min(free, amount);
    free -= now;
    int missing = takeOf(awaited(waits), amount - now);
    while (missing > 0) {
      Chunk next = best(missing);
      waits.add(next.giver());
      missing = takeOf(List.of(next), missing);
    }
  }

  private List<Chunk> awaited(SortedSet<Integer> waits) {
    return waits.isEmpty()
        ? List.of()
        : given.stream().filter(chunk -> waits.contains(chunk.giver())).toList();
  }

  private int takeOf(List<Chunk> chunks, int amount) {
    int missing = amount;
    for (Chunk chunk : chunks) {
      int taken = Math.min(chunk.amount(), missing);
      missing -= taken;
      if (taken > 0) {
        given.remove(chunk);
        give(chunk.giver(), chunk.amount() - taken);
      }
    }
    return missing;
  }

  /** The smallest chunk that suffices, else the largest; of several the earliest. */
  private Chunk best(int amount) {
    Chunk best = null;
    for (Chunk chunk : given) {
      if (best == null || isBetter(chunk, best, amount)) {
        best = chunk;
      }
    }
    if (best == null) {
      throw new IllegalStateException(amount + " MiB are taken that nobody gave");
    }
    return best;
  }

  private static boolean isBetter(Chunk one, Chunk other, int amount) {
    if (other.amount() < amount) {
      return one.amount() > other.amount();
    }
    return one.amount() >= amount && one.amount() < other.amount();
  }
}
