package org.xsm.connectors.bootserver;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.LogTail.Added;
import org.xsm.connectors.bootserver.LogTail.Position;

class LogTailTest {
  @TempDir Path folder;
  private final LogTail tail = new LogTail(new BootServer(new LocalShell(Duration.ofSeconds(20))));
  private Path log;
  private Optional<Position> position = Optional.empty();

  @BeforeEach
  void begin() throws Exception {
    log = folder.resolve("dnsmasq.log");
    write("old\n");
    assertThat(read()).as("what is old is no news").isEmpty();
  }

  private void write(String text) throws Exception {
    Files.writeString(log, text, CREATE, APPEND);
  }

  private List<String> read() throws MachineTrouble {
    Added added = tail.read(new ServerPath(log.toString()), position);
    position = Optional.of(added.position());
    return added.lines();
  }

  @Test
  void each_line_is_read_once() throws Exception {
    write("one\n\ntwo\n");
    assertThat(read()).containsExactly("one", "two");
    assertThat(read()).isEmpty();
    write("three\n");
    assertThat(read()).containsExactly("three");
  }

  @Test
  void a_line_is_read_when_it_is_whole() throws Exception {
    write("one\nha");
    assertThat(read()).containsExactly("one");
    assertThat(read()).isEmpty();
    write("lf\n");
    assertThat(read()).containsExactly("half");
  }

  @Test
  void octets_that_are_no_text_do_not_shift_the_rest() throws Exception {
    Files.write(log, new byte[] {(byte) 0xFF, (byte) 0xC3, '\n'}, APPEND);
    Files.write(log, "ünï\n".getBytes(StandardCharsets.UTF_8), APPEND);
    assertThat(read()).hasSize(2).endsWith("ünï");
    write("next\n");
    assertThat(read()).containsExactly("next");
  }

  @Test
  void a_log_that_was_rotated_or_emptied_is_read_from_its_beginning() throws Exception {
    Files.move(log, folder.resolve("dnsmasq.log.1"));
    write("new file\n");
    assertThat(read()).containsExactly("new file");
    Files.write(log, new byte[0]);
    write("again\n");
    assertThat(read()).containsExactly("again");
  }

  @Test
  void many_lines_come_look_by_look() throws Exception {
    List<String> all = IntStream.range(0, 30_000).mapToObj(line -> "line " + line).toList();
    write(String.join("\n", all) + "\n");
    List<String> first = read();
    assertThat(first).hasSizeLessThan(30_000).startsWith("line 0");
    int count = first.size();
    for (List<String> more = read(); !more.isEmpty(); more = read()) {
      assertThat(more.get(0)).isEqualTo("line " + count);
      count += more.size();
    }
    assertThat(count).isEqualTo(30_000);
  }

  @Test
  void a_line_without_end_is_passed_over() throws Exception {
    write("x".repeat(300_000));
    for (int look = 0; look < 3; look++) {
      assertThat(read()).isEmpty();
    }
    write("\nnext\n");
    assertThat(read()).endsWith("next");
  }

  @Test
  void a_log_that_is_not_there_is_trouble() {
    assertThatThrownBy(() -> tail.read(new ServerPath(folder + "/none.log"), Optional.empty()))
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContaining("none.log");
  }
}
