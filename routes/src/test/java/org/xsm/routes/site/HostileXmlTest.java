package org.xsm.routes.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;

/**
 * Every file of a collection of attacks and mistakes, against the verdict that a table expects of
 * it. Some of the files stand beside the table; the others are looked for in the folder {@code
 * XSM_SHARED} names, or {@code shared} beside the repository.
 */
class HostileXmlTest {
  private static final String COLLECTION = "hostile-xml";
  private static final Duration MOST_TIME = Duration.ofSeconds(2);
  private static final long MOST_MEMORY = 256L * 1024 * 1024;

  /** Where the collection's attacks would connect to. */
  private static final InetSocketAddress CONNECTED_TO =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 18649);

  /** What a schema has no words for, and UTF-32, which we read and the JDK's parser does not. */
  private static final List<String> BEYOND_THE_SCHEMA =
      List.of(
          "xsm/encoding/utf32le-bom.xml",
          "xsm/structure/duplicate-vm-name-case.xml",
          "xsm/values/config-04.xml",
          "xsm/values/config-14.xml",
          "xsm/values/name-08.xml",
          "xsm/xxe/schema-location-ns.xml",
          "xsm/xxe/schema-location.xml");

  private static final SiteXml FORMAT =
      new SiteXml(KnownTemplates.of("apache_svr", "c", "mysql_svr"));

  /** A line of the table: path, verdict, and the first problem's place or the number of VMs. */
  record Expected(String path, String verdict, String detail) {
    static Expected parse(String row) {
      String[] columns = row.split("\t");
      return new Expected(columns[0], columns[1], columns[2]);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void a_hostile_file_gets_the_verdict_of_the_table(Expected expected) throws IOException {
    byte[] file = content(expected).orElse(null);
    assumeTrue(file != null, "the collection is not here");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long memoryBefore = threads.getCurrentThreadAllocatedBytes();
    long timeBefore = threads.getCurrentThreadCpuTime();

    Reading reading = FORMAT.read(file);

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - timeBefore))
        .isLessThan(MOST_TIME);
    assertThat(threads.getCurrentThreadAllocatedBytes() - memoryBefore).isLessThan(MOST_MEMORY);
    assertThat(verdict(reading)).isEqualTo(expected.verdict() + " " + expected.detail());
  }

  @Test
  void the_table_knows_every_file_of_the_collection() throws IOException {
    Path folder = collection().orElse(null);
    assumeTrue(folder != null, "the collection is not here");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(table().map(Expected::path).toList());
    }
  }

  @Test
  void reading_hostile_files_opens_no_other_file_and_no_connection(@TempDir Path folder)
      throws IOException {
    List<byte[]> files = table().flatMap(row -> content(row).stream()).toList();
    Path probe = Files.writeString(folder.resolve("probe"), "the recorder is awake");
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(CONNECTED_TO).configureBlocking(false);

      List<String> touched =
          touchedWhile(
              folder,
              () -> {
                files.forEach(FORMAT::read);
                assertThat(probe).hasContent("the recorder is awake");
              });

      assertThat(touched)
          .contains(probe.toString())
          .allSatisfy(path -> assertThat(path).matches(".*(\\.jar|\\.class|/modules|/probe)"));
      assertThat(listener.accept()).isNull();
    }
  }

  /** The files and addresses that this thread read from or wrote to meanwhile. */
  private static List<String> touchedWhile(Path folder, Runnable action) throws IOException {
    Path recorded = folder.resolve("recorded.jfr");
    try (Recording recording = new Recording()) {
      Stream.of("FileRead", "FileWrite", "SocketRead", "SocketWrite")
          .forEach(event -> recording.enable("jdk." + event).withThreshold(Duration.ZERO));
      recording.start();
      action.run();
      recording.stop();
      recording.dump(recorded);
    }
    return RecordingFile.readAllEvents(recorded).stream()
        .filter(event -> event.getThread() != null)
        .filter(event -> event.getThread().getJavaThreadId() == Thread.currentThread().getId())
        .map(HostileXmlTest::target)
        .toList();
  }

  @Test
  void the_schema_agrees_with_every_verdict_but_for_rules_it_has_no_words_for() throws Exception {
    SiteSchema schema = new SiteSchema();

    assertThat(table())
        .filteredOn(row -> content(row).isPresent())
        .filteredOn(row -> schema.accepts(content(row).get()) != row.verdict().equals("read"))
        .extracting(Expected::path)
        .isSubsetOf(BEYOND_THE_SCHEMA);
  }

  private static String target(RecordedEvent event) {
    return event.hasField("path") ? event.getString("path") : event.getString("address");
  }

  private static String verdict(Reading reading) {
    if (reading instanceof Reading.Readable readable) {
      return "read " + readable.site().vms().count() + " VMs";
    }
    Problem first = ((Reading.Unreadable) reading).problems().get(0);
    return "refused " + first.line() + " " + first.where();
  }

  private static Stream<Expected> table() {
    InputStream table = HostileXmlTest.class.getResourceAsStream(COLLECTION + ".tsv");
    return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
        .lines()
        .filter(row -> !row.startsWith("#"))
        .map(Expected::parse);
  }

  private static Optional<byte[]> content(Expected row) {
    try (InputStream own =
        HostileXmlTest.class.getResourceAsStream(COLLECTION + "/" + row.path())) {
      if (own != null) {
        return Optional.of(own.readAllBytes());
      }
      Optional<Path> folder = collection();
      return folder.isPresent()
          ? Optional.of(Files.readAllBytes(folder.get().resolve(row.path())))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new AssertionError(row.path(), unreadable);
    }
  }

  private static Optional<Path> collection() {
    String shared =
        System.getProperty(
            "xsm.shared", System.getenv().getOrDefault("XSM_SHARED", "../../shared"));
    return Optional.of(Path.of(shared, "fixtures/field", COLLECTION)).filter(Files::isDirectory);
  }
}
