package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the manager before the effect, after the effect and before its bookkeeping, and after the
 * commit, in every task of every drawing, and counts on the hosts' own side what has happened:
 * nothing is lost, nothing is done twice, and no VM ever runs twice. {@code -Dkills=220} says how
 * often: with as many kills as there are points, each is hit; with the few of a build, others each
 * time. {@code -Dxsm.seed=…} repeats the choice of an earlier test.
 */
class CrashMatrixIT {
  private static final int KILLS = Integer.getInteger("kills", 12);
  private static final long SEED = Long.getLong("xsm.seed", System.nanoTime());
  private static final int MOST_ROUNDS = 30;
  private static final int AT_A_TIME = 2;

  /** A kill at which several tasks stood counts once, so a few more are tried. */
  private static final double SPARE = 1.08;

  /** Stays there for who wants to know why, when the test has failed. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final Matrix matrix = Matrix.ofDrawings();
  private final Tally tally = new Tally();
  private final Casting casting = new Casting(matrix, new Random(SEED));

  @Test
  void whenever_the_manager_is_killed_everything_is_done_once() throws Exception {
    System.out.printf(
        "seed %d, %d kills; %d tasks at %d points; %s%n",
        SEED, KILLS, matrix.tools().size(), matrix.passages().size(), folder);
    Instant begun = Instant.now();
    FastStart fast = rehearse();
    for (int round = 1; !isEnough() && round <= MOST_ROUNDS; round++) {
      play(List.of(Moving.story(round), Growing.story(round), Deploying.story(round)), fast);
    }
    System.out.printf(
        "%s%n%d kills in %d s, %s%n",
        tally.table(matrix.tools().keySet()),
        tally.all(),
        Duration.between(begun, Instant.now()).toSeconds(),
        tally.starts());
    assertThat(isEnough()).as("enough kills").isTrue();
  }

  /** Every task and every point was hit, when there are kills enough for that. */
  private boolean isEnough() {
    boolean everyTask = KILLS >= matrix.tools().size();
    boolean everyPoint = KILLS >= matrix.passages().size();
    return tally.all() >= KILLS
        && (!everyTask || matrix.tools().keySet().stream().allMatch(tally::has))
        && (!everyPoint || matrix.passages().stream().allMatch(tally::has));
  }

  /** Makes the archive out of a first life, which nobody ends before its time. */
  private FastStart rehearse() throws IOException {
    FastStart listing = FastStart.listing(folder);
    Path home = Files.createDirectory(folder.resolve("rehearsal"));
    Programme first = new Programme(Growing.story(0), List.of());
    new Performance(home, first, new Company(listing, matrix, new Tally())).play();
    return listing.archived(folder);
  }

  /** Two stories at a time; the first that fails ends the other. */
  private void play(List<Story> stories, FastStart fast) throws Exception {
    int missing = Math.max(1, (int) Math.ceil((KILLS - tally.all()) * SPARE));
    Set<Shot> shots = casting.choose(stories, tally, missing);
    ExecutorService stages = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      CompletionService<Void> played = new ExecutorCompletionService<>(stages);
      for (Story story : stories) {
        Path home = Files.createDirectory(folder.resolve(story.name()));
        Performance performance =
            new Performance(home, Programme.of(story, shots), new Company(fast, matrix, tally));
        played.submit(performance::play, null);
      }
      for (int left = stories.size(); left > 0; left--) {
        played.take().get();
      }
    } finally {
      stages.shutdownNow();
    }
  }
}
