package org.xsm.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.engine.evidence.Verify.Finding;

class VerifyTest {
  /** As the API answered; every hash can be worked out by hand from the rule in {@code Chain}. */
  private static final String RUN =
      """
      {"id":"r1","state":"applied","journal":[
        {"number":1,"at":"2026-11-22T16:10:40.980Z","actor":"op","kind":"run-received","text":"Received a.xml.",
         "hash":"01fdd3c9220f12441d55764fe13b8d4a7a7ec0e44d60e180272ac7d8a6a04edd"},
        {"number":2,"at":"2026-11-22T16:10:41Z","actor":"xsm","kind":"step-done","step":"create-vm:vm1","text":"Done.",
         "hash":"76f1667ff7aaad0a551a5e4848b0109078af8cb97a46966ff9eea4ce30f714c9"}]}""";

  @TempDir Path folder;

  @Test
  void a_journal_as_the_api_gave_it_is_whole() throws IOException {
    assertThat(verify(RUN).finding()).isEqualTo(Finding.WHOLE);
    assertThat(verify(RUN).text()).contains("all 2 entries are as they were");
  }

  @Test
  void one_changed_byte_is_found_at_its_entry() throws IOException {
    Verify.Result changed = verify(RUN.replace("Done.", "Dome."));
    assertThat(changed.finding()).isEqualTo(Finding.CHANGED);
    assertThat(changed.text()).contains("run r1: entry 2 is not");
  }

  @Test
  void what_is_no_run_is_said_to_be_none() throws IOException {
    assertThat(verify("{}").finding()).isEqualTo(Finding.UNREADABLE);
    assertThat(verify("").finding()).isEqualTo(Finding.UNREADABLE);
    assertThat(Verify.of(folder + "/none").finding()).isEqualTo(Finding.UNREADABLE);
  }

  private Verify.Result verify(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), json);
    return Verify.of(file.toString());
  }
}
