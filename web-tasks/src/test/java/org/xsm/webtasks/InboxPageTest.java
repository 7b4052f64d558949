package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The inbox: its parts, what it is narrowed to, and the views that people keep of it. */
class InboxPageTest extends ServerTest {
  @Test
  void what_waits_for_the_persons_groups_stands_apart_from_what_waits_for_others() {
    String page = person("approver").get("/inbox").body();

    assertThat(page).contains("id=\"tab-groups\"", "id=\"task-task-approve\"");
    assertThat(page).doesNotContain("id=\"task-task-trouble\"");
    assertThat(person("approver").get("/inbox?tab=others").body())
        .contains("id=\"task-task-trouble\"")
        .doesNotContain("id=\"task-task-approve\"");
  }

  @Test
  void what_a_person_has_claimed_is_theirs_and_shown_first() {
    Visitor approver = person("approver");
    approver.postForm("/inbox/" + Samples.APPROVAL + "/claim", "");

    assertThat(approver.get("/inbox").body())
        .contains("Claimed by <b>approver</b>", "id=\"task-task-approve\"");
    assertThat(person("admin").get("/inbox?tab=others").body())
        .contains("id=\"task-task-approve\"");
  }

  @Test
  void a_card_tells_set_risk_counts_requester_and_due() {
    assertThat(person("approver").get("/inbox").body())
        .contains("My_site", "cost-downtime", "<b>+4</b> create", "<b>−1</b> retire")
        .contains("Submitted by <span>operator</span>", "due ")
        .doesNotContain("overdue");
  }

  @Test
  void a_task_whose_time_is_over_is_marked() {
    inbox.add(Samples.overdue());

    assertThat(person("approver").get("/inbox").body()).contains("overdue");
  }

  @Test
  void the_inbox_is_narrowed_by_its_address() {
    Visitor approver = person("approver");

    assertThat(approver.get("/inbox?set=My_site&kind=approve-plan&q=operator").body())
        .contains("id=\"task-task-approve\"");
    assertThat(approver.get("/inbox?set=Lab").body()).contains("Nothing matches");
    assertThat(approver.get("/inbox?kind=decide-trouble&tab=groups").body())
        .contains("Nothing matches");
    assertThat(approver.get("/inbox?kind=decide-trouble").body())
        .contains("id=\"task-task-trouble\"");
    assertThat(approver.get("/inbox?q=nobody&tab=groups").body()).contains("Nothing matches");
  }

  @Test
  void what_people_have_decided_is_listed() {
    assertThat(person("viewer").get("/inbox?tab=done").body())
        .contains("approver approved the plan: looks fine.", "/runs/" + Samples.APPLYING);
  }

  @Test
  void a_view_is_kept_by_its_person_alone_and_forgotten_again() {
    Visitor approver = person("approver");
    HttpResponse<String> kept =
        approver.postForm("/inbox/views", "name=Mine+%26+yours&set=My_site&q=a%26b%3Dc");

    assertThat(kept.statusCode()).isEqualTo(302);
    assertThat(approver.get("/inbox").body())
        .contains("Mine &amp; yours", "/inbox?set=My_site&amp;q=a%26b%3Dc");
    assertThat(person("operator").get("/inbox").body()).doesNotContain("yours");
    approver.postForm("/inbox/views/remove", "name=Mine+%26+yours");
    assertThat(approver.get("/inbox").body()).doesNotContain("yours");
  }

  @Test
  void a_view_without_a_name_or_beyond_all_measure_is_not_kept() {
    Visitor approver = person("approver");

    assertThat(approver.postForm("/inbox/views", "name=+").statusCode()).isEqualTo(422);
    assertThat(approver.postForm("/inbox/views", "name=x&q=" + "x".repeat(500)).statusCode())
        .isEqualTo(422);
  }
}
