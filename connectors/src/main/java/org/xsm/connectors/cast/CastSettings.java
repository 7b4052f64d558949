package org.xsm.connectors.cast;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How images are cast to the machines of a session ({@code xsm.boot.images.cast}).
 *
 * @param patience how long the session waits for its first machine, counted from when one was last
 *     started for it
 * @param minWait how long machines that have joined wait for others at least, also when all are
 *     there
 * @param maxWait how long they wait at most when some do not come
 * @param lateCasts how many casts may follow the first, for machines that were late or have lost
 *     something
 * @param lateWait how long after a cast somebody is waited for who wants another
 * @param maxBitrate how much of the network a cast may take, in bits a second, such as {@code 90m};
 *     empty: all of it
 * @param retriesUntilDrop how often a machine that does not answer, or has no room for more, is
 *     asked before the others go on without it; from 10 on, each time takes a second
 */
@ConfigurationProperties("xsm.boot.images.cast")
public record CastSettings(
    @DefaultValue("30m") Duration patience,
    @DefaultValue("0s") Duration minWait,
    @DefaultValue("60s") Duration maxWait,
    @DefaultValue("3") int lateCasts,
    @DefaultValue("60s") Duration lateWait,
    @DefaultValue("") String maxBitrate,
    @DefaultValue("12") int retriesUntilDrop) {
  private static final Pattern BITRATE = Pattern.compile("([1-9][0-9]{0,9}[kKmM]?)?");
  private static final Duration DAY = Duration.ofDays(1);

  public CastSettings {
    check(isWithin(patience, 1), "patience", patience, "1s to 1d");
    check(isWithin(minWait, 0), "min-wait", minWait, "0s to 1d");
    check(
        isWithin(maxWait, 1) && maxWait.compareTo(minWait) >= 0,
        "max-wait",
        maxWait,
        "1s to 1d, and no less than min-wait");
    check(lateCasts >= 0 && lateCasts <= 100, "late-casts", lateCasts, "0 to 100");
    check(isWithin(lateWait, 1), "late-wait", lateWait, "1s to 1d");
    check(
        BITRATE.matcher(maxBitrate).matches(),
        "max-bitrate",
        maxBitrate,
        "a number of bits a second, such as 90m");
    check(
        retriesUntilDrop >= 1 && retriesUntilDrop <= 1000,
        "retries-until-drop",
        retriesUntilDrop,
        "1 to 1000");
  }

  /** The settings when nobody has set anything. */
  public static CastSettings defaults() {
    return new CastSettings(
        Duration.ofMinutes(30),
        Duration.ZERO,
        Duration.ofSeconds(60),
        3,
        Duration.ofSeconds(60),
        "",
        12);
  }

  private static boolean isWithin(Duration time, int leastSeconds) {
    return time.toSeconds() >= leastSeconds && time.compareTo(DAY) <= 0;
  }

  private static void check(boolean holds, String key, Object value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "xsm.boot.images.cast." + key + " is '" + value + "', but must be " + wanted);
    }
  }
}
