package org.xsm.routes.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.xsm.routes.inbox.RunningInbox.drop;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.workflows.Home;
import org.xsm.workflows.run.SubmittedFile;

/** The watched folder with real files, against a desk that remembers. */
class InboxRoutesTest {
  private static final String GOOD = "<XSMConfig>\n<Set name='s'/>\n</XSMConfig>\n";
  private static final String BAD = "<XSMConfig>\n<MEM>bad</MEM>\n</XSMConfig>\n";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Home home;
  private final RecordingDesk desk = new RecordingDesk();
  private final List<RunningInbox> running = new ArrayList<>();

  @BeforeEach
  void live_in_a_home_whose_name_camel_might_misread() {
    home = new Home(folder.resolve("xsm home?a=b%20${c}#{d}"));
  }

  @AfterEach
  void stop() {
    running.forEach(RunningInbox::close);
  }

  @Test
  void a_good_file_is_submitted_once_and_found_in_accepted() throws Exception {
    start(desk);
    drop(home, "site.xml", GOOD);

    await().atMost(LONG).until(() -> Files.exists(home.accepted().resolve("site.xml")));

    assertThat(desk.submitted()).hasSize(1);
    SubmittedFile file = desk.submitted().get(0);
    assertThat(file.name()).isEqualTo("site.xml");
    assertThat(file.content()).asString().isEqualTo(GOOD);
    assertThat(file.submittedBy())
        .isEqualTo("file:" + Files.getOwner(home.accepted().resolve("site.xml")).getName());
    assertThat(home.inbox()).isEmptyDirectory();
    await().until(() -> list(claimed()).isEmpty());
    assertThat(list(home.accepted())).containsExactly("site.xml");
  }

  @Test
  void a_refused_file_is_found_in_rejected_with_a_report_beside_it() throws Exception {
    start(desk);
    drop(home, "site.xml", BAD);

    await().atMost(LONG).until(() -> Files.exists(home.rejected().resolve("site.xml")));

    assertThat(home.rejected().resolve("site.xml.problems.txt"))
        .hasContent(
            """
            'site.xml' was refused, and nothing of it was done. 1 problem:

            line 2, VM vm2/MEM: 'bad' is not a number
              | <MEM>bad</MEM>
              > Write a number.

            Correct the file and drop it into the inbox again.
            """);
    assertThat(list(home.rejected())).containsExactly("site.xml", "site.xml.problems.txt");
  }

  @Test
  void the_same_name_dropped_again_is_a_new_drop_and_overwrites_nothing() throws Exception {
    start(desk);
    for (int drop = 1; drop <= 3; drop++) {
      int drops = drop;
      drop(home, "site.xml", GOOD);
      await().atMost(LONG).until(() -> list(home.accepted()).size() == drops);
    }

    assertThat(desk.submitted())
        .extracting(SubmittedFile::claim)
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(list(home.accepted()))
        .contains("site.xml")
        .allMatch(name -> name.matches("site(-\\d{8}-\\d{6}(-\\d+)?)?\\.xml"));
  }

  @Test
  void a_file_in_pieces_is_read_whole_and_holds_back_no_other() throws Exception {
    start(desk);
    try (BufferedWriter slow = Files.newBufferedWriter(home.inbox().resolve("slow.xml"))) {
      for (String piece : List.of("<XSMConfig>\n", "<Set name=", "'s'/>\n", "</XSMConf")) {
        slow.write(piece);
        slow.flush();
        String quick = "quick" + piece.length() + ".xml";
        drop(home, quick, GOOD);
        await().atMost(LONG).until(() -> Files.exists(home.accepted().resolve(quick)));
      }
      assertThat(desk.names()).doesNotContain("slow.xml");
      slow.write("ig>\n");
      slow.flush();
      await().atMost(LONG).until(() -> Files.exists(home.accepted().resolve("slow.xml")));
    }
    assertThat(desk.submitted())
        .filteredOn(file -> file.name().equals("slow.xml"))
        .singleElement()
        .satisfies(file -> assertThat(file.content()).asString().isEqualTo(GOOD));
  }

  @Test
  void a_file_that_stays_incomplete_is_judged_after_the_quiet_time() throws Exception {
    start(desk);
    drop(home, "half.xml", "<XSMConfig>bad");
    long dropped = System.nanoTime();

    await().atMost(LONG).until(() -> Files.exists(home.rejected().resolve("half.xml")));

    assertThat(Duration.ofNanos(System.nanoTime() - dropped))
        .isGreaterThan(RunningInbox.QUIET_TIME.minusMillis(500));
  }

  @Test
  void files_dropped_while_the_manager_was_down_are_taken_at_start() throws Exception {
    drop(home, "a.xml", GOOD);
    drop(home, "B.XML", GOOD);

    start(desk);
    await().atMost(LONG).until(() -> list(home.accepted()).equals(List.of("B.XML", "a.xml")));
  }

  @Test
  void a_file_left_by_a_crash_is_submitted_again_under_its_old_claim() throws Exception {
    String claim = "20261122140000000-0123456789abcdef";
    Files.createDirectories(claimed());
    Files.writeString(claimed().resolve(claim + "--my--site.xml"), GOOD);
    Files.writeString(claimed().resolve("notes.txt"), "not ours");

    start(desk);
    await().atMost(LONG).until(() -> Files.exists(home.accepted().resolve("my--site.xml")));

    assertThat(desk.submitted()).extracting(SubmittedFile::claim).containsExactly(claim);
    assertThat(list(claimed())).containsExactly("notes.txt");
  }

  @Test
  void a_file_is_kept_and_tried_again_while_the_database_is_down() throws Exception {
    desk.failFor(2);
    start(desk);
    drop(home, "site.xml", GOOD);
    await().atMost(LONG).until(() -> list(claimed()).size() == 1);
    drop(home, "other.xml", GOOD);

    await()
        .atMost(LONG)
        .until(() -> list(home.accepted()).equals(List.of("other.xml", "site.xml")));

    assertThat(desk.names()).containsExactlyInAnyOrder("site.xml", "other.xml");
  }

  @Test
  void two_managers_on_one_home_submit_each_file_once() throws Exception {
    RecordingDesk other = new RecordingDesk();
    start(desk);
    start(other);
    for (int number = 0; number < 100; number++) {
      drop(home, "site" + number + ".xml", GOOD);
    }
    await().atMost(LONG).until(() -> list(home.accepted()).size() == 100);

    assertThat(Stream.of(desk, other).flatMap(each -> each.names().stream()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 100).mapToObj(number -> "site" + number + ".xml").toList());
  }

  @Test
  void a_burst_of_200_files_is_taken_completely() throws Exception {
    start(desk);
    for (int number = 0; number < 200; number++) {
      drop(home, "site" + number + ".xml", GOOD);
    }
    await().atMost(LONG).until(() -> list(home.accepted()).size() == 200);

    assertThat(desk.names()).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void what_is_not_dropped_for_us_is_left_alone() throws Exception {
    Files.createDirectories(home.inbox().resolve("folder.xml"));
    Path secret = Files.writeString(folder.resolve("secret.xml"), GOOD);
    Files.createSymbolicLink(home.inbox().resolve("link.xml"), secret);
    for (String name : List.of(".hidden.xml", "copying.xml.part", "draft.xml.tmp", "UP.PART")) {
      drop(home, name, GOOD);
    }
    start(desk);
    drop(home, "last.xml", GOOD);
    await().atMost(LONG).until(() -> Files.exists(home.accepted().resolve("last.xml")));
    await().pollDelay(RunningInbox.QUIET_TIME.plusSeconds(1)).atMost(LONG).until(() -> true);

    assertThat(desk.names()).containsExactly("last.xml");
    assertThat(list(home.inbox())).hasSize(6);
    assertThat(secret).exists();
  }

  @Test
  void a_file_that_is_no_xml_is_refused_after_the_quiet_time() throws Exception {
    start(desk);
    drop(home, "notes.txt", GOOD);

    await().atMost(LONG).until(() -> Files.exists(home.rejected().resolve("notes.txt")));

    assertThat(home.rejected().resolve("notes.txt.problems.txt"))
        .content()
        .contains("file: it is not an XML file");
    assertThat(desk.names()).isEmpty();
  }

  @Test
  void a_file_that_may_not_be_read_is_refused_with_a_report() throws Exception {
    drop(home, "closed.xml", GOOD);
    Path closed = home.inbox().resolve("closed.xml");
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isReadable(closed), "root may read everything");
    start(desk);

    await().atMost(LONG).until(() -> Files.exists(home.rejected().resolve("closed.xml")));
    assertThat(home.rejected().resolve("closed.xml.problems.txt"))
        .content()
        .contains("file: the manager may not read it");
  }

  private void start(RecordingDesk withDesk) throws Exception {
    running.add(RunningInbox.on(home, withDesk));
  }

  private Path claimed() {
    return home.data().resolve("claimed");
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".hold"))
          .sorted()
          .toList();
    }
  }
}
