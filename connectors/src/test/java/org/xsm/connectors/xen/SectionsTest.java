package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionsTest {
  @Test
  void the_text_of_a_section_is_kept_exactly() {
    Sections sections =
        Sections.parse("T", "motd\n\nT info\nline\n\nlast\nT info-exit 0\n\nT end\n", "oops");

    assertThat(sections.text("info")).isEqualTo("line\n\nlast");
    assertThat(sections.succeeded("info")).isTrue();
    assertThat(sections.has("end")).isTrue();
    assertThat(sections.errors()).isEqualTo("oops");
  }

  @Test
  void a_line_that_only_looks_like_ours_stays_text() {
    Sections sections = Sections.parse("T", "\nT list\nxT end\nT\n T end\n\nT list-exit 3\n", "");

    assertThat(sections.text("list")).isEqualTo("xT end\nT\n T end\n");
    assertThat(sections.has("end")).isFalse();
    assertThat(sections.succeeded("list")).isFalse();
  }

  @Test
  void a_section_that_is_not_there_is_empty_and_has_failed() {
    Sections sections = Sections.parse("T", "anything", "");

    assertThat(sections.sections()).isEmpty();
    assertThat(sections.text("info")).isEmpty();
    assertThat(sections.words("info")).isEmpty();
    assertThat(sections.succeeded("info")).isFalse();
  }
}
