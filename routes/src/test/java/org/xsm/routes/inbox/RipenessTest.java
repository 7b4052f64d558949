package org.xsm.routes.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file may be taken, on a clock of the test's own. */
class RipenessTest {
  private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private final Ripeness ripeness = new Ripeness(Duration.ofSeconds(10), new TestClock());

  @Test
  void a_complete_file_is_ripe_at_once() throws IOException {
    assertThat(ripeness.isRipe(file("a.xml", "<a><b/></a>"))).isTrue();
  }

  @Test
  void an_incomplete_file_is_ripe_when_it_has_been_quiet_long_enough() throws IOException {
    Path file = file("a.xml", "<a><b>");

    assertThat(ripeness.isRipe(file)).isFalse();
    now = START.plusSeconds(9);
    assertThat(ripeness.isRipe(file)).isFalse();
    now = START.plusSeconds(10);
    assertThat(ripeness.isRipe(file)).isTrue();
  }

  @Test
  void every_change_begins_the_quiet_time_anew() throws IOException {
    Path file = file("a.xml", "<a><b>");
    ripeness.isRipe(file);
    now = START.plusSeconds(9);
    file("a.xml", "<a><b><c>");
    assertThat(ripeness.isRipe(file)).isFalse();

    now = START.plusSeconds(18);
    assertThat(ripeness.isRipe(file)).isFalse();
    now = START.plusSeconds(19);
    assertThat(ripeness.isRipe(file)).isTrue();
  }

  @Test
  void a_file_is_ripe_as_soon_as_it_is_completed() throws IOException {
    Path file = file("a.xml", "<a><b>");
    ripeness.isRipe(file);
    now = START.plusMillis(100);
    file("a.xml", "<a><b></b></a>");

    assertThat(ripeness.isRipe(file)).isTrue();
  }

  @Test
  void a_file_that_lay_there_before_us_has_been_quiet_since_it_was_changed() throws IOException {
    Path file = file("a.xml", "<a>");
    Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(3600)));

    assertThat(ripeness.isRipe(file)).isTrue();
  }

  @Test
  void a_time_of_change_in_the_future_is_not_believed() throws IOException {
    Path file = file("a.xml", "<a>");
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(3600)));
    ripeness.isRipe(file);
    now = START.plusSeconds(10);

    assertThat(ripeness.isRipe(file)).isTrue();
  }

  @Test
  void a_file_that_is_no_xml_waits_for_the_quiet_time() throws IOException {
    Path file = file("a.txt", "<a/>");

    assertThat(ripeness.isRipe(file)).isFalse();
    now = START.plusSeconds(10);
    assertThat(ripeness.isRipe(file)).isTrue();
  }

  /** Written with the test's time, whatever the machine's clock says. */
  private Path file(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private final class TestClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
