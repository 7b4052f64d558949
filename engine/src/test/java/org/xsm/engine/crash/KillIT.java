package org.xsm.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.simulated.Effect;

/**
 * Kills the manager at random moments of its runs, and counts on the hosts' own side what has
 * happened. {@code -Dxsm.kills=8} says how often, {@code -Dxsm.seed=…} repeats the moments of an
 * earlier test.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("xsm.kills", 8);
  private static final long SEED = Long.getLong("xsm.seed", System.nanoTime());

  /** Of a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final String[] SETTINGS = {
    "--xsm.approval.policy=auto-approve",
    "--xsm.simulated.create-time=800ms",
    "--xsm.simulated.shutdown-time=1500ms"
  };

  /** Stays there for who wants to know why, when the test has failed. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  private final Random random = new Random(SEED);
  private RunningJar jar;
  private Duration startTime;
  private int kills;

  @AfterEach
  void end() {
    jar.close();
  }

  @Test
  void a_run_whose_manager_is_killed_again_and_again_does_everything_once() {
    System.out.printf("seed %d, %d kills, %s%n", SEED, KILLS, home);
    jar = RunningJar.start(home, SETTINGS);
    startTime = jar.awaitReady();
    jar.awaitArchive();
    for (int round = 1; kills < KILLS; round++) {
      Leg create = Leg.create(home, round);
      go(create);
      go(create.retire());
    }
    assertThat(kills).isEqualTo(KILLS);
  }

  private void go(Leg leg) {
    leg.drop();
    List<Instant> killedAt = new ArrayList<>();
    while (kills + killedAt.size() < KILLS && reach(moment(leg, killedAt.isEmpty()), leg)) {
      jar.kill();
      killedAt.add(Instant.now());
      System.out.printf("%4d  %s%n", kills + killedAt.size(), standing(leg));
      jar = RunningJar.start(home, SETTINGS);
    }
    jar.awaitReady();
    Awaitility.await(leg.name()).atMost(PATIENCE).until(() -> leg.hasEnded(jar.caller("operator")));
    leg.check(jar.caller("operator"));
    long inTime = killedAt.stream().filter(leg.endedAt(jar.caller("operator"))::isAfter).count();
    kills += (int) inTime;
    System.out.printf(
        "      %s: applied, each act once on the hosts; %d of %d kills were in time%n",
        leg.name(), inTime, killedAt.size());
  }

  /** The moments that are worth it: around the drop, while it starts, and while hosts act. */
  private Moment moment(Leg leg, boolean fresh) {
    int dice = random.nextInt(10);
    if (fresh && dice < 6) {
      return Moment.after("drop", random.nextInt(1200));
    } else if (dice < 3) {
      return Moment.after("start", random.nextInt((int) startTime.toMillis()));
    } else if (dice < 5) {
      return Moment.when("ready", jar::isReady, random.nextInt(1500));
    }
    int acts = leg.effects().size() + 1 + random.nextInt(4);
    return Moment.when(
        "act " + acts + " on the hosts", () -> leg.effects().size() >= acts, random.nextInt(600));
  }

  /** Waits for the moment; false when the run has ended before. */
  private boolean reach(Moment moment, Leg leg) {
    Instant patience = Instant.now().plus(PATIENCE);
    while (!moment.hasCome()) {
      if (hasEnded(leg)) {
        return false;
      }
      assertThat(Instant.now())
          .as("the run stands still before: %s; see %s", moment, home)
          .isBefore(patience);
      RunningJar.pause(20);
    }
    RunningJar.pause(moment.delay());
    System.out.printf("      %s:%n", moment);
    return true;
  }

  private boolean hasEnded(Leg leg) {
    return leg.isDoneOnHosts() && jar.isReady() && leg.hasEnded(jar.caller("operator"));
  }

  /** How far the run was on the hosts when the manager was killed. */
  private static String standing(Leg leg) {
    List<Effect> effects = leg.effects();
    return effects.isEmpty()
        ? leg.name() + ": nothing was done yet"
        : "%s: %d acts, the last was %s of %s"
            .formatted(
                leg.name(),
                effects.size(),
                effects.get(effects.size() - 1).verb(),
                effects.get(effects.size() - 1).name());
  }
}
