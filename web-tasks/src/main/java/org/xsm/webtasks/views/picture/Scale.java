package org.xsm.webtasks.views.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xsm.webtasks.views.Times;
import org.xsm.workflows.forecast.Timetable;

/**
 * How time becomes height: so that the shortest step can be read, as far as the page allows.
 *
 * @param length what the picture spans
 * @param height of that, in pixels
 */
record Scale(Duration length, int height) {
  private static final int READABLE = 20;
  private static final int LEAST = 120;
  private static final int MOST = 460;
  private static final int[] SECONDS = {
    1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 43_200, 86_400
  };
  private static final int TICK_APART = 30;

  static Scale of(Timetable timetable) {
    Duration length = max(timetable.length(), Duration.ofSeconds(1));
    long shortest =
        timetable.entries().stream()
            .mapToLong(entry -> entry.end().minus(entry.start()).toMillis())
            .min()
            .orElse(1);
    long wanted = length.toMillis() * READABLE / Math.max(1, shortest);
    return new Scale(length, (int) Math.min(MOST, Math.max(LEAST, wanted)));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Pixels below the beginning. */
  int y(Duration moment) {
    return (int) (moment.toMillis() * height / length.toMillis());
  }

  /** Round times, a handful of them. */
  List<Tick> ticks() {
    long unit = SECONDS[SECONDS.length - 1];
    for (int seconds : SECONDS) {
      if ((long) seconds * 1000 * height / length.toMillis() >= TICK_APART) {
        unit = seconds;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (long at = 0; at <= length.toSeconds(); at += unit) {
      Duration moment = Duration.ofSeconds(at);
      ticks.add(new Tick(y(moment), Times.span(moment)));
    }
    return ticks;
  }

  /**
   * A moment on the edge of the picture.
   *
   * @param y pixels below the beginning
   */
  public record Tick(int y, String label) {}
}
