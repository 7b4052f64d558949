package org.xsm.engine.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDatabaseTest {
  @TempDir Path data;
  private Path file;

  @BeforeEach
  void name() {
    file = data.resolve("xsm.mv.db");
  }

  @Test
  void one_that_was_cut_off_in_the_making_is_made_anew() throws IOException {
    new NewDatabase(data).begin();
    Files.writeString(file, "half");
    new NewDatabase(data).begin();
    assertThat(file).doesNotExist();
    Files.writeString(file, "half again");
    new NewDatabase(data).begin();
    assertThat(file).doesNotExist();
  }

  @Test
  void one_that_is_made_is_never_touched_again() throws IOException {
    NewDatabase made = new NewDatabase(data);
    made.begin();
    Files.writeString(file, "whole");
    made.afterSingletonsInstantiated();
    new NewDatabase(data).begin();
    assertThat(file).hasContent("whole");
  }

  @Test
  void one_of_before_has_no_mark_and_is_not_touched() throws IOException {
    Files.writeString(file, "old");
    new NewDatabase(data).begin();
    assertThat(file).hasContent("old");
    assertThat(data.resolve("xsm.being-made")).doesNotExist();
  }
}
