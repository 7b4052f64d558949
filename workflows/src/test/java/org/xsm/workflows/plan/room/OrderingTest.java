package org.xsm.workflows.plan.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Every puzzle that can be solved is solved, at the least cost, and never over-commits a host. */
class OrderingTest {
  @Provide
  Arbitrary<Puzzle> small() {
    return Puzzle.any(4, 5);
  }

  @Provide
  Arbitrary<Puzzle> larger() {
    return Puzzle.any(8, 24);
  }

  @Provide
  Arbitrary<Puzzle> knots() {
    return Puzzle.knots();
  }

  @Property(tries = 600)
  void what_can_be_solved_is_solved_at_the_least_cost(@ForAll("small") Puzzle puzzle) {
    compare(puzzle);
  }

  @Property(tries = 300)
  void knots_that_can_be_untied_are_untied_at_the_least_cost(@ForAll("knots") Puzzle puzzle) {
    compare(puzzle);
  }

  @Property(tries = 100)
  void what_is_said_to_be_missing_is_the_least_that_would_do(@ForAll("knots") Puzzle puzzle) {
    List<Lack> lacks = puzzle.order().lacks();
    boolean oneKnot = lacks.stream().map(Lack::missing).distinct().count() == 1;
    Assume.that(oneKnot && lacks.stream().noneMatch(lack -> lack.knot().isEmpty()));
    Lack lack = lacks.get(0);

    assertThat(Exhaustive.cost(puzzle.with(lack.host(), lack.missing()))).isPresent();
    for (int host = 0; host < puzzle.hosts().size(); host++) {
      assertThat(Exhaustive.cost(puzzle.with(host, lack.missing() - 1))).isEmpty();
    }
  }

  private static void compare(Puzzle puzzle) {
    OptionalInt least = Exhaustive.cost(puzzle);
    Order order = puzzle.order();

    Statistics.label("solved by").collect(kind(puzzle, least));
    assertThat(order.lacks().isEmpty()).as("solved").isEqualTo(least.isPresent());
    least.ifPresent(cost -> assertThat(cost(order)).isEqualTo(cost));
  }

  private static String kind(Puzzle puzzle, OptionalInt cost) {
    if (cost.isEmpty()) {
      return "nothing";
    }
    int least = cost.getAsInt();
    long moves = puzzle.guests().stream().filter(Guest::moves).count();
    return least >= 10_000 ? "stop" : least >= 100 ? "shrink" : least > moves ? "detour" : "moves";
  }

  private static int cost(Order order) {
    return order.acts().stream()
        .mapToInt(
            scheduled ->
                switch (scheduled.act().kind()) {
                  case STOP -> 10_000;
                  case SHRINK -> 100;
                  case MOVE -> 1;
                  default -> 0;
                })
        .sum();
  }

  @Property(tries = 2000)
  void no_interleaving_overcommits_a_small_site(
      @ForAll("small") Puzzle puzzle, @ForAll Random random) {
    Interleaving.check(puzzle, random, 40);
  }

  @Property(tries = 400)
  void no_interleaving_overcommits_a_larger_site(
      @ForAll("larger") Puzzle puzzle, @ForAll Random random) {
    Interleaving.check(puzzle, random, 60);
  }
}
