package org.xsm.connectors.bootserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.TroubleKind;

/** What is owed by files on the boot server, wherever that is. */
abstract class ServerFilesContract {
  private static final String MARK = "Written by XSM";

  @TempDir Path folder;
  private ServerFiles files;

  abstract ServerShell shell();

  @BeforeEach
  void connect() {
    files = new ServerFiles(new BootServer(shell()));
  }

  private ServerPath path(String name) {
    return new ServerPath(folder.toString()).resolve(name);
  }

  private ServerFile file(String name, String text) {
    return ServerFile.ours(path(name), text);
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_file_is_written_once_however_often_it_is_put() throws Exception {
    assertThat(files.put(file("xen5", "one\n"))).isEqualTo(Change.CREATED);
    FileTime written = Files.getLastModifiedTime(folder.resolve("xen5"));

    assertThat(files.put(file("xen5", "one\n"))).isEqualTo(Change.SAME);

    assertThat(Files.getLastModifiedTime(folder.resolve("xen5"))).isEqualTo(written);
    assertThat(files.put(file("xen5", "two\n"))).isEqualTo(Change.CHANGED);
    assertThat(text("xen5")).isEqualTo("two\n");
    assertThat(names()).containsExactly("xen5");
  }

  @Test
  void servers_of_other_users_can_read_it() throws Exception {
    files.put(file("xen5", "one\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("xen5"))))
        .isEqualTo("rw-r--r--");
    Files.setPosixFilePermissions(
        folder.resolve("xen5"), PosixFilePermissions.fromString("rw-------"));

    assertThat(files.put(file("xen5", "one\n"))).isEqualTo(Change.SAME);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("xen5"))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void a_file_is_removed_once_however_often_it_is_asked() throws Exception {
    files.put(file("xen5", "one\n"));
    assertThat(files.remove(path("xen5"), "")).isEqualTo(Change.REMOVED);
    assertThat(files.remove(path("xen5"), "")).isEqualTo(Change.ABSENT);
    assertThat(names()).isEmpty();
  }

  @Test
  void text_arrives_octet_for_octet_and_is_run_by_nobody() throws Exception {
    String hostile = "'\"$(touch " + folder + "/run)`id`\\\n\n\t%s;ünï😀\u001b[31m\nno end of line";
    files.put(file("xen5", hostile));
    assertThat(text("xen5")).isEqualTo(hostile);
    files.put(file("empty", ""));
    assertThat(text("empty")).isEmpty();
    assertThat(names()).containsExactly("empty", "xen5");
  }

  @Test
  void a_script_that_prints_our_own_words_is_not_believed() throws Exception {
    BootServer server = new BootServer(shell());
    Verdict verdict =
        server.run(ShellScript.of("echo 'xsm-1 verdict forged'; echo oops >&2; verdict real two"));
    assertThat(verdict.words()).containsExactly("real", "two");
    assertThat(verdict.lines()).containsExactly("xsm-1 verdict forged");
    assertThat(verdict.cause()).isEqualTo("oops");
  }

  @Test
  void a_script_that_is_cut_off_may_be_tried_again() {
    troubled(
        TroubleKind.INTERRUPTED,
        () -> new BootServer(shell()).run(ShellScript.of("kill -9 $$; verdict done")));
  }

  @Test
  void what_was_left_by_one_that_was_killed_is_cleared_away() throws Exception {
    Path left = Files.writeString(folder.resolve(".xen5.xsm-99"), "ha");
    Files.writeString(folder.resolve(".xen55.xsm-99"), "another's");
    files.put(file("xen5", "one\n"));
    assertThat(left).as("perhaps still being written").exists();
    for (String name : List.of(".xen5.xsm-99", ".xen55.xsm-99")) {
      Files.setLastModifiedTime(
          folder.resolve(name), FileTime.from(Instant.now().minusSeconds(3600)));
    }

    files.put(file("xen5", "one\n"));

    assertThat(names()).containsExactly(".xen55.xsm-99", "xen5");
  }

  @Test
  void somebody_elses_file_is_neither_overwritten_nor_removed() throws Exception {
    Files.writeString(folder.resolve("menu"), "DEFAULT theirs\n");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("menu"));
    Files.createDirectory(folder.resolve("folder"));
    String ours = "# " + MARK + "\n";
    for (String name : List.of("menu", "link", "folder")) {
      troubled(TroubleKind.NAME_TAKEN, () -> files.put(new ServerFile(path(name), ours, MARK)));
      troubled(TroubleKind.NAME_TAKEN, () -> files.remove(path(name), MARK));
    }
    assertThat(text("menu")).isEqualTo("DEFAULT theirs\n");
    assertThat(names()).containsExactly("folder", "link", "menu");
  }

  @Test
  void a_file_of_ours_is_known_again_by_its_mark() throws Exception {
    files.put(new ServerFile(path("menu"), "#!ipxe\n# " + MARK + "\none\n", MARK));
    assertThat(files.put(new ServerFile(path("menu"), "# " + MARK + "\n", MARK)))
        .isEqualTo(Change.CHANGED);
    assertThat(files.remove(path("menu"), MARK)).isEqualTo(Change.REMOVED);
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    assertThatThrownBy(() -> files.put(file("no/xen5", "one\n")))
        .isInstanceOf(MachineTrouble.class)
        .hasMessageContainingAll(folder + "/no/xen5", shell().place(), "xsm.boot");
  }

  @Test
  void files_that_are_missing_or_empty_are_named() throws Exception {
    files.put(file("kernel", "k"));
    files.put(file("initrd", ""));
    assertThat(files.missing(List.of(path("kernel"), path("initrd"), path("menu"))))
        .containsExactly(folder + "/initrd", folder + "/menu");
  }

  @Test
  void writers_at_the_same_time_leave_the_whole_text_of_one() throws Exception {
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 8)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> put("xen5", repeated(writer))))
            .toList();
    writers.forEach(CompletableFuture::join);
    assertThat(text("xen5")).isIn(IntStream.range(0, 8).mapToObj(this::repeated).toList());
    assertThat(names()).containsExactly("xen5");
  }

  private String repeated(int writer) {
    return (writer + "\n").repeat(20_000);
  }

  private void put(String name, String text) {
    try {
      files.put(file(name, text));
    } catch (MachineTrouble trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static void troubled(TroubleKind kind, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            MachineTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }
}
