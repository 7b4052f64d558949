package org.xsm.webtasks.views;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Shows moments and durations to people, in the manager's time zone. */
public final class Times {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z");
  private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Clock clock;
  private final ZoneId zone;

  public Times(Clock clock) {
    this.clock = clock;
    this.zone = ZoneId.systemDefault();
  }

  /** {@code 2026-11-22 13:05:10 CET}. */
  public String full(Instant moment) {
    return FULL.format(moment.atZone(zone));
  }

  /** {@code 13:05:10}, with the date before it when it is not today's. */
  public String brief(Instant moment) {
    boolean today =
        moment.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    String time = CLOCK_TIME.format(moment.atZone(zone));
    return today ? time : moment.atZone(zone).toLocalDate() + " " + time;
  }

  /** {@code 3 min ago}, {@code in 2 h}. */
  public String relative(Instant moment) {
    Duration since = Duration.between(moment, clock.instant());
    if (since.abs().toSeconds() < 10) {
      return "just now";
    }
    return since.isNegative() ? "in " + length(since.abs()) : length(since) + " ago";
  }

  /** {@code 45 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. */
  public static String length(Duration duration) {
    if (duration.toMinutes() < 1) {
      return duration.toSeconds() + " s";
    }
    if (duration.toHours() < 1) {
      return duration.toMinutes() + " min";
    }
    return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  /** {@code 45 s}, {@code 3 min 5 s}, {@code 5 h 10 min}: for what is compared with something. */
  public static String span(Duration duration) {
    if (duration.toHours() >= 48) {
      return length(duration);
    } else if (duration.toHours() > 0) {
      return duration.toHours() + " h" + part(duration.toMinutesPart(), "min");
    }
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min" + part(duration.toSecondsPart(), "s")
        : duration.toSeconds() + " s";
  }

  private static String part(int number, String unit) {
    return number == 0 ? "" : " " + number + " " + unit;
  }
}
