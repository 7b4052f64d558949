package org.xsm.workflows.plan.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Carries an order out in every way that its graph allows, by chance, and watches the memory. */
final class Interleaving {
  private final Puzzle puzzle;
  private final List<Scheduled> acts;
  private final Random random;
  private final double overhead;
  private final double[] free;
  private final int[] at;
  private final int[] holds;
  private final boolean[] begun;
  private final boolean[] done;
  private final int[] waits;
  private final List<Integer> possible = new ArrayList<>();

  private Interleaving(Puzzle puzzle, Order order, Random random) {
    this.puzzle = puzzle;
    this.acts = order.acts();
    this.random = random;
    this.overhead = puzzle.overhead() * random.nextDouble();
    this.free = puzzle.hosts().stream().mapToDouble(Host::free).toArray();
    this.at = puzzle.guests().stream().mapToInt(Guest::from).toArray();
    this.holds = puzzle.guests().stream().mapToInt(Guest::held).toArray();
    this.begun = new boolean[acts.size()];
    this.done = new boolean[acts.size()];
    this.waits = acts.stream().mapToInt(act -> act.waitsFor().size()).toArray();
  }

  static void check(Puzzle puzzle, Random random, int times) {
    Order order = puzzle.order();
    for (int time = 0; time < times; time++) {
      Interleaving way = new Interleaving(puzzle, order, random);
      way.run();
      way.checkEnd(order);
    }
  }

  private void run() {
    for (int act = 0; act < waits.length; act++) {
      if (waits[act] == 0) {
        possible.add(act);
      }
    }
    while (!possible.isEmpty()) {
      int place = random.nextInt(possible.size());
      int act = possible.get(place);
      if (begun[act]) {
        possible.set(place, possible.get(possible.size() - 1));
        possible.remove(possible.size() - 1);
        finish(act);
        release(act);
      } else {
        begin(act);
      }
    }
    assertThat(done).as("every act is done").doesNotContain(false);
  }

  private void release(int act) {
    for (int later = act + 1; later < waits.length; later++) {
      if (acts.get(later).waitsFor().contains(act) && --waits[later] == 0) {
        possible.add(later);
      }
    }
  }

  private void begin(int number) {
    Act act = acts.get(number).act();
    begun[number] = true;
    switch (act.kind()) {
      case START, MOVE -> take(act.host(), act.size() + overhead);
      case RESHAPE -> take(act.host(), Math.max(0, act.size() - holds[act.guest()]));
      case SHRINK, END, STOP -> {}
    }
  }

  private void finish(int number) {
    Act act = acts.get(number).act();
    int guest = act.guest();
    done[number] = true;
    switch (act.kind()) {
      case START -> assertThat(at[guest]).isNegative();
      case END, STOP, MOVE -> free[at[guest]] += holds[guest] + overhead;
      case SHRINK, RESHAPE -> {
        assertThat(at[guest]).isEqualTo(act.host());
        free[act.host()] += Math.max(0, holds[guest] - act.size());
      }
    }
    boolean ends = act.kind() == Act.Kind.END || act.kind() == Act.Kind.STOP;
    at[guest] = ends ? Guest.NOWHERE : act.host();
    holds[guest] = ends ? 0 : act.size();
  }

  private void take(int host, double memory) {
    free[host] -= memory;
    assertThat(free[host]).as("free memory of host " + host).isGreaterThan(-1e-6);
  }

  private void checkEnd(Order order) {
    List<Integer> left = order.lacks().stream().map(Lack::guest).toList();
    for (int guest = 0; guest < at.length; guest++) {
      Guest known = puzzle.guests().get(guest);
      assertThat(at[guest]).isEqualTo(left.contains(guest) ? known.from() : known.to());
      if (!left.contains(guest) && !known.ends()) {
        boolean untouched = known.stays() && known.reshape() == Guest.Reshape.NONE;
        assertThat(holds[guest]).isEqualTo(untouched ? known.held() : known.wanted());
      }
    }
  }
}
