package org.xsm.engine.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.engine.commandline.Shell.Said;
import org.xsm.engine.journey.OnRunningSite;
import org.xsm.engine.journey.Rehearsal;
import org.xsm.engine.journey.SiteText;

/** Every command against a running manager, and how each ends. */
@OnRunningSite
class CommandsTest {
  @TempDir Path folder;
  private final Rehearsal rehearsal;

  CommandsTest(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Test
  void a_plan_says_what_would_be_done_and_by_its_exit_code_whether() {
    SiteText file = SiteText.of("cli_plan").with("p1", "10.20.1.1");
    Said planned = operator().input(file.bytes()).run("plan", "-", "--exit-code");
    assertThat(planned.code()).as(planned.err()).isEqualTo(2);
    assertThat(planned.out()).contains("+ p1  create-vm  on 10.20.1.1", "1 to create.", "Digest ");
    assertThat(operator().run("plan", path(file)).code()).isZero();

    rehearsal.awaitState(rehearsal.apply(file), "applied");

    Said same = operator().run("plan", "--exit-code", path(file));
    assertThat(same.code()).isZero();
    assertThat(same.out()).startsWith("Nothing to do.");
  }

  @Test
  void a_file_with_problems_is_answered_as_compilers_do() {
    String path = write("wrong.xml", "<XSMConfig>\n<Set name=\"s\">\n<VM/>\n</Set>\n</XSMConfig>");
    Said refused = operator().run("plan", path);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines().findFirst().orElseThrow()).startsWith(path + ":3: ");
    Said submitted = operator().run("submit", path, "--json");
    assertThat(submitted.code()).isEqualTo(3);
    assertThat(json(submitted).at("/problems/0/line").asInt()).isEqualTo(3);
  }

  @Test
  void a_memory_that_lacks_stands_among_the_findings() {
    SiteText file = SiteText.of("cli_memory").with("big", "10.20.2.1", 900_000);
    Said planned = operator().run("plan", path(file));
    assertThat(planned.out()).contains("! big  no-memory: ", "No step, 1 finding.");
  }

  @Test
  void a_run_is_submitted_watched_approved_exported_and_verified() throws IOException {
    SiteText file = SiteText.of("cli_whole").with("w1", "10.20.3.1");
    String run = operator().run("submit", path(file)).out().strip();
    JsonNode task = rehearsal.awaitTask(run, "approve-plan");
    CompletableFuture<Said> watching =
        CompletableFuture.supplyAsync(() -> operator().run("watch", run, "--timeout", "3m"));

    Shell approver = approver().answering(() -> "yes");
    Said approved = approver.run("approve", run, "--comment", "by hand");

    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(approved.out())
        .contains("+ w1  create-vm", task.get("digest").asText(), "Approved.");
    assertThat(approver.asked()).hasSize(1);
    Said watched = watching.join();
    assertThat(watched.code()).as(watched.err()).isZero();
    assertThat(watched.out())
        .contains("run-received", "by hand", "step-done  create-vm:w1: ")
        .contains("of cli_whole: applied, 1 of 1 steps done");
    checkStatus(run);
    checkExports(run, file);
  }

  private void checkStatus(String run) {
    assertThat(operator().run("status").out()).contains("RUN ", run);
    assertThat(operator().run("status", "cli_whole").out().lines()).hasSize(2);
    assertThat(operator().run("status", run).out()).contains("+ create-vm:w1  10.20.3.1  done");
    assertThat(json(operator().run("status", run, "--json")).get("id").asText()).isEqualTo(run);
    Said none = operator().run("status", "no_such_set");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("'no_such_set'");
  }

  private void checkExports(String run, SiteText file) throws IOException {
    assertThat(operator().run("export", "--run", run).out()).isEqualTo(file.xml());
    assertThat(operator().run("export").out()).contains("<Set name=\"cli_whole\">");
    assertThat(operator().run("export", "--journal").code()).isEqualTo(64);
    Path journal = folder.resolve("journal.json");
    operator().run("export", "--run", run, "--journal", "-o", journal.toString());
    Said whole = new Shell().run("verify", journal.toString());
    assertThat(whole.code()).as(whole.out()).isZero();
    Files.writeString(journal, Files.readString(journal).replace("by hand", "by foot"));
    assertThat(new Shell().run("verify", journal.toString()).code()).isEqualTo(1);
    Files.writeString(journal, "{}");
    assertThat(new Shell().run("verify", journal.toString()).code()).isEqualTo(2);
  }

  @Test
  void nothing_is_approved_that_was_not_shown_or_not_confirmed() {
    String run = submitted("cli_shown", "10.20.4.1");
    assertThat(approver().run("approve", run, "--yes", "--digest", "0123456789").code())
        .isEqualTo(9);
    assertThat(approver().run("approve", run).code()).isEqualTo(64);
    Said declined = approver().answering(() -> "no").run("approve", run);
    assertThat(declined.code()).isEqualTo(1);
    assertThat(declined.err()).contains("Nothing was approved.");
    Said notAllowed = operator().run("approve", run, "--yes");
    assertThat(notAllowed.code()).isEqualTo(1);
    assertThat(notAllowed.err()).contains("group approver");
    assertThat(rehearsal.run(run).get("state").asText()).isEqualTo("awaiting-approval");
  }

  @Test
  void a_plan_that_went_while_it_was_looked_at_is_stale() {
    String run = submitted("cli_stale", "10.20.5.1");
    Shell slow = approver();
    slow.answering(
        () -> {
          approver().run("reject", run, "--reason", "was quicker");
          return "yes";
        });
    Said late = slow.run("approve", run);
    assertThat(late.code()).isEqualTo(9);
    assertThat(late.err()).contains("decided");
    assertThat(approver().run("approve", run, "--yes").code()).isEqualTo(9);
    assertThat(operator().run("watch", run).code()).isEqualTo(6);
  }

  @Test
  void a_rejection_needs_a_reason_and_says_it_in_the_journal() {
    String run = submitted("cli_reject", "10.20.6.1");
    assertThat(approver().run("reject", run).code()).isEqualTo(64);
    JsonNode task = rehearsal.task(run, "approve-plan");
    assertThat(approver().run("tasks").out()).contains(task.get("id").asText(), run);
    Said rejected =
        approver().run("reject", task.get("id").asText(), "--reason", "too early", "--json");
    assertThat(json(rejected).get("task").asText()).isEqualTo(task.get("id").asText());
    Said watched = operator().run("watch", run, "--json");
    assertThat(watched.code()).isEqualTo(6);
    List<String> lines = watched.out().lines().toList();
    assertThat(lines.get(lines.size() - 2)).contains("too early");
    assertThat(lines.get(lines.size() - 1)).contains("\"state\":\"rejected\"");
  }

  @Test
  void who_watches_for_a_while_learns_what_the_run_waits_for() {
    String run = submitted("cli_waits", "10.20.7.1");
    assertThat(operator().run("watch", run, "--timeout", "1s").code()).isEqualTo(7);
    rehearsal.hold("cli-hold", "10.20.7.1");
    assertThat(approver().run("approve", run, "--yes").code()).isZero();
    rehearsal.awaitState(run, "applying");
    Said held = operator().run("watch", run, "--timeout", "0s");
    rehearsal.letGo("cli-hold");
    assertThat(held.code()).as(held.out()).isEqualTo(8);
    assertThat(operator().run("watch", run, "--timeout", "2m").code()).isZero();
  }

  @Test
  void troubles_end_in_codes_of_their_own() {
    assertThat(decided("cli_skip", "10.20.8.1", "skip")).isEqualTo(4);
    assertThat(decided("cli_give_up", "10.20.8.2", "give-up")).isEqualTo(5);
  }

  private int decided(String set, String host, String choice) {
    rehearsal.host(host).fail("create", 3, "xc: error: panic: no loader found");
    String run = rehearsal.apply(SiteText.of(set).with("bad", host));
    rehearsal.decide(run, choice);
    return operator().run("watch", run, "--timeout", "3m").code();
  }

  @Test
  void submitting_may_watch_at_once() {
    SiteText file = SiteText.of("cli_at_once");
    Said watched = operator().run("submit", "--watch", path(file));
    assertThat(watched.code()).isZero();
    assertThat(watched.out()).contains("of cli_at_once: unchanged");
  }

  @Test
  void on_the_managers_own_machine_the_home_folder_logs_in() {
    String home = rehearsal.home().root().toString();
    Shell nobody = new Shell().with("XSM_SERVER", rehearsal.root().toString());
    assertThat(nobody.run("status", "--home", home).code()).isZero();
    assertThat(nobody.run("status", "--home", home, "--user", "approver").code()).isZero();
    Said stranger = nobody.run("status", "--home", folder.toString());
    assertThat(stranger.code()).isEqualTo(1);
    assertThat(stranger.err()).contains("XSM_TOKEN", "--user NAME", "--home DIR");
  }

  @Test
  void a_wrong_password_is_told_from_a_manager_that_is_away() {
    Said wrong = as("stranger", "wrong").run("status");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("does not take user 'stranger' with the password of XSM_P");
    Said away = operator().run("status", "--server", "http://127.0.0.1:1");
    assertThat(away.code()).isEqualTo(1);
    assertThat(away.err()).contains("No manager answers at http://127.0.0.1:1", "--server URL");
  }

  @Test
  void a_password_is_asked_for_where_none_is_set() {
    Shell typing =
        new Shell()
            .with("XSM_SERVER", rehearsal.root().toString())
            .answering(() -> rehearsal.password("operator"));
    Said asked = typing.run("status", "--user", "operator", "--home", folder.toString());
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(typing.asked())
        .containsExactly("Password of operator at " + rehearsal.root() + ": ");
  }

  @Test
  void a_certificate_is_believed_only_when_it_is_named() {
    try (TlsDoor door = TlsDoor.before(rehearsal.root().getPort(), folder)) {
      Said strange = operator().run("status", "--server", door.address());
      assertThat(strange.code()).isEqualTo(1);
      assertThat(strange.err()).contains("is not trusted", "--ca FILE");
      Said known = operator().run("status", "--server", door.address(), "--ca", door.certificate());
      assertThat(known.code()).as(known.err()).isZero();
    }
  }

  private String submitted(String set, String host) {
    String run = operator().run("submit", path(SiteText.of(set).with("v1", host))).out().strip();
    Awaitility.await().until(() -> !rehearsal.task(run, "approve-plan").isMissingNode());
    return run;
  }

  private Shell operator() {
    return as("operator", rehearsal.password("operator"));
  }

  private Shell approver() {
    return as("approver", rehearsal.password("approver"));
  }

  private Shell as(String name, String password) {
    return new Shell()
        .with("XSM_SERVER", rehearsal.root().toString())
        .with("XSM_USER", name)
        .with("XSM_PASSWORD", password);
  }

  private String path(SiteText file) {
    return write(file.set() + ".xml", file.xml());
  }

  private String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static JsonNode json(Said said) {
    try {
      return new ObjectMapper().readTree(said.out());
    } catch (IOException noJson) {
      throw new UncheckedIOException(said.out() + said.err(), noJson);
    }
  }
}
