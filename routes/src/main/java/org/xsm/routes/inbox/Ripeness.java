package org.xsm.routes.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.xsm.routes.xml.HardenedXml;
import org.xsm.routes.xml.XmlCompleteness;

/**
 * Knows when a dropped file may be taken. A file that is complete XML and did not change while we
 * looked is ripe at once; any other only when it has not changed for the quiet time. Looking never
 * waits, and costs no more than a tenth of the time for any file, so that a large file that is
 * still being written holds back none of the others.
 */
final class Ripeness {
  private static final int REST_PER_SCAN = 10;
  private static final int MANY = 1_000;

  private record Version(long size, FileTime modified) {}

  /** A version of a file, since when it stands so, and when it may be scanned. */
  private record Seen(Version version, Instant since, Instant nextScan, boolean scanned) {}

  private final Map<Path, Seen> seen = new HashMap<>();
  private final Duration quietTime;
  private final Clock clock;

  Ripeness(Duration quietTime, Clock clock) {
    this.quietTime = quietTime;
    this.clock = clock;
  }

  synchronized boolean isRipe(Path file) throws IOException {
    forgetTheGone();
    Version version = version(file);
    Seen now = look(file, version);
    if (now.scanned()
        || clock.instant().isBefore(now.nextScan())
        || !worthScanning(file, version)) {
      seen.put(file, now);
      return ripe(file, isQuiet(now));
    }
    Instant begun = clock.instant();
    boolean complete = isComplete(file) && version(file).equals(version);
    Duration rest = Duration.between(begun, clock.instant()).multipliedBy(REST_PER_SCAN);
    seen.put(file, new Seen(version, now.since(), clock.instant().plus(rest), true));
    return ripe(file, complete || isQuiet(now));
  }

  private boolean ripe(Path file, boolean ripe) {
    if (ripe) {
      seen.remove(file);
    }
    return ripe;
  }

  private Seen look(Path file, Version version) {
    Seen before = seen.get(file);
    Instant now = clock.instant();
    if (before == null) {
      // A file that lay here while we were down has been quiet all that time.
      Instant modified = version.modified().toInstant();
      return new Seen(version, modified.isBefore(now) ? modified : now, now, false);
    }
    return before.version().equals(version)
        ? before
        : new Seen(version, now, before.nextScan(), false);
  }

  private boolean isQuiet(Seen file) {
    return !clock.instant().isBefore(file.since().plus(quietTime));
  }

  private static boolean worthScanning(Path file, Version version) {
    return new FileName(file.getFileName().toString()).isXml()
        && version.size() <= HardenedXml.LARGEST_FILE;
  }

  private static boolean isComplete(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      return XmlCompleteness.isComplete(new BufferedInputStream(bytes));
    }
  }

  private static Version version(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
    return new Version(found.size(), found.lastModifiedTime());
  }

  private void forgetTheGone() {
    if (seen.size() > MANY) {
      seen.keySet().removeIf(file -> !Files.exists(file, NOFOLLOW_LINKS));
    }
  }
}
