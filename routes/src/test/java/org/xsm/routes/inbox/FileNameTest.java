package org.xsm.routes.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @ValueSource(strings = {".site.xml", "site.xml.part", "site.tmp", "SITE.XML.PART", ".part"})
  void names_of_files_in_the_making_are_passed_over(String name) {
    assertThat(new FileName(name).isPassedOver()).isTrue();
  }

  @Test
  void a_long_name_keeps_its_ending_and_leaves_room() {
    FileName shortened = new FileName("ü".repeat(120) + ".xml").shortened();

    assertThat(shortened.value()).endsWith("ü.xml");
    assertThat(shortened.value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(180);
    assertThat(new FileName("site.xml").shortened()).isEqualTo(new FileName("site.xml"));
    assertThat(new FileName("x." + "y".repeat(240)).shortened()).isEqualTo(new FileName("file"));
  }

  @Test
  void a_mark_stands_before_the_ending() {
    assertThat(new FileName("a.b.xml").marked("2")).isEqualTo(new FileName("a.b-2.xml"));
    assertThat(new FileName("README").marked("2")).isEqualTo(new FileName("README-2"));
  }

  @Test
  void a_claimed_file_is_found_again_by_its_name() {
    ClaimedFile file =
        ClaimedFile.of(
            "20261122140000000-0123456789abcdef", new FileName("a--b\n.xml"), Path.of("/c"));

    assertThat(ClaimedFile.parse(file.path())).contains(file);
    assertThat(ClaimedFile.parse(Path.of("/c/notes--1.xml"))).isEmpty();
  }
}
