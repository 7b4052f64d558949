package org.xsm.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    jar = Files.writeString(folder.resolve("xsm.jar"), "jar");
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/a.jar"), "a");
  }

  @Test
  void another_build_has_another_archive() throws IOException {
    ClassArchive first = ClassArchive.beside(jar).orElseThrow();
    assertThat(ClassArchive.beside(jar)).contains(first);

    Files.setLastModifiedTime(folder.resolve("lib/a.jar"), FileTime.fromMillis(1));
    ClassArchive touched = ClassArchive.beside(jar).orElseThrow();
    Files.writeString(folder.resolve("lib/b.jar"), "b");
    ClassArchive grown = ClassArchive.beside(jar).orElseThrow();

    assertThat(first.fingerprint()).isNotEqualTo(touched.fingerprint());
    assertThat(touched.fingerprint()).isNotEqualTo(grown.fingerprint());
  }

  @Test
  void classes_without_their_libraries_have_none() throws IOException {
    Files.delete(folder.resolve("lib/a.jar"));
    Files.delete(folder.resolve("lib"));
    assertThat(ClassArchive.beside(jar)).isEmpty();
  }

  @Test
  void what_is_over_is_left_and_what_is_in_use_is_not() throws IOException {
    ClassArchive archive = ClassArchive.beside(jar).orElseThrow();
    long alive = ProcessHandle.current().pid();
    Path earlier = Files.createFile(folder.resolve("xsm-0123456789abcdef.jsa"));
    Path killed = Files.createFile(archive.classes(4_194_999));
    Files.createFile(archive.file());
    Files.createFile(archive.part(alive));
    Files.createFile(folder.resolve("xsm-notes.txt"));

    assertThat(archive.leftovers()).containsExactlyInAnyOrder(earlier, killed);
    assertThat(archive.isThere()).isTrue();
  }
}
