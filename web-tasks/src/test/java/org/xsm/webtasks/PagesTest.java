package org.xsm.webtasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.site.Site;

class PagesTest extends ServerTest {
  private static final String TASK = "/inbox/" + Samples.APPROVAL;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/inbox",
        "/inbox/task-approve",
        "/inbox/task-trouble",
        "/runs?set=%22%3E%3Cscript%3E",
        "/runs/4e5f6a7b-applying?step=%3Cscript%3E&show=%3Cscript%3E",
        "/runs/5d5d5d5d-deploying",
        "/hosts/xen5",
        "/machines/00:16:3E:00:00:99",
        "/submit"
      })
  void what_strangers_wrote_is_never_markup(String path) {
    String page = person("admin").get(path).body();

    assertThat(page).doesNotContain("<script>").contains("</html>");
    assertThat(page).doesNotContain("style=\"").doesNotContain("onclick");
    assertThat(page.length()).isLessThan(60_000);
  }

  @Test
  void the_site_shows_hosts_and_vms_wanted_and_found() {
    String page = person("viewer").get("/").body();

    assertThat(page)
        .contains("192.168.5.101", "vm5", "missing", "crashed", "elsewhere", "foreign")
        .contains("No answer within 10 s")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  }

  @Test
  void an_empty_site_says_where_files_are_dropped() {
    site.wanted = new Site(List.of());
    site.found = List.of();

    assertThat(person("viewer").get("/").body()).contains("/srv/xsm-home/inbox");
  }

  @Test
  void a_refused_file_is_shown_with_all_its_problems_and_never_as_markup() {
    site.refusals =
        List.of(
            new Refusal(
                "r1",
                "<script>.xml",
                "file:root",
                Instant.now().plusSeconds(60),
                FakeSite.PROBLEMS));

    assertThat(person("viewer").get("/").body())
        .contains("&lt;script&gt;.xml was refused: 2 problems.");
    assertThat(person("viewer").get("/runs").body())
        .contains(
            "&lt;script&gt;.xml",
            "VM vm2/MEM",
            "Write a number of MiB.",
            "Give &lt;Set&gt; a name.")
        .doesNotContain("<script>");
  }

  @Test
  void the_site_is_narrowed_to_what_needs_a_look() {
    assertThat(person("viewer").get("/?q=vm5").body())
        .contains("Host 192.168.5.101")
        .doesNotContain("Host 192.168.5.102");
  }

  @Test
  void a_task_says_what_approving_does_and_is_claimed_first() {
    Visitor approver = person("approver");

    assertThat(approver.get(TASK).body())
        .contains("If you approve,", "4 VMs are created on 4 hosts")
        .contains("vm9 is shut down and removed from 192.168.5.104")
        .contains("Claim this task")
        .doesNotContain("Approve this plan", "name=\"digest\"");
    assertThat(approver.postForm(TASK + "/claim", "").statusCode()).isEqualTo(302);
    assertThat(approver.get(TASK).body()).contains("name=\"digest\"", Samples.DIGEST, "Release");
  }

  @Test
  void machines_stand_in_a_plan_with_their_image_and_the_company_in_which_it_comes() {
    Run run = runs.find(Samples.APPROVING).orElseThrow();
    runs.add(
        new Run(
            run.summary(),
            Optional.of(Samples.deployments()),
            Optional.empty(),
            run.journal(),
            run.limits(),
            false));

    assertThat(person("approver").get(TASK).body())
        .contains("xen7, xen8 are deployed at 2 hosts")
        .contains("image xen-base is sent once to xen7, xen8, by multicast")
        .contains("+ deploy", "192.168.5.108", "00:16:3E:00:01:6B", "STATIC")
        .contains("the image comes with 1 other by multicast");
    assertThat(person("viewer").get("/runs/" + Samples.APPROVING).body()).contains("xen8");
    assertThat(person("viewer").get("/api/runs/" + Samples.APPROVING).body())
        .contains("\"transfer\":\"multicast\"")
        .contains(
            "\"session\":{\"id\":\"xen-base.multicast\",\"image\":\"xen-base\",\"method\":\"multicast\",\"machines\":2}");
  }

  @Test
  void an_approver_sees_how_the_plan_will_go() {
    String page = person("approver").get(TASK).body();

    assertThat(page)
        .contains("How it will go", "about <b>45 s</b>")
        .contains("up to 4,080 of 4,096 MiB")
        .contains("create-vm:vm4, 30 s to 45 s")
        .contains("Other runs on these hosts", "/runs/" + Samples.APPLYING)
        .contains("If something goes wrong", "cannot be rolled back")
        .contains("The run so far", "A plan of 5 steps was made.");
  }

  @Test
  void a_run_shows_what_it_took_beside_the_estimate() {
    assertThat(person("viewer").get("/runs/" + Samples.APPLYING).body())
        .contains("How it goes", "It runs for ", "; the estimate was 45 s.");
    assertThat(person("viewer").get("/runs/" + Samples.APPROVING).body())
        .contains("How it will go", "It takes about 45 s");
  }

  @Test
  void a_plan_is_sent_back_with_what_is_to_be_changed() {
    Visitor approver = person("approver");

    assertThat(approver.postForm(TASK + "/send-back", "digest=" + Samples.DIGEST).statusCode())
        .isEqualTo(422);
    approver.postForm(TASK + "/send-back", "comment=less&digest=" + Samples.DIGEST);
    assertThat(inbox.decisions).containsExactly("sent back by approver: less");
    assertThat(person("operator").get("/submit?run=" + Samples.APPROVING).body())
        .contains("&lt;XSMConfig/&gt;");
  }

  @Test
  void the_running_site_is_a_file_that_can_be_changed() {
    assertThat(person("operator").get("/").body()).contains("/submit?from=site");
    assertThat(person("operator").get("/submit?from=site").body())
        .contains(new String(site.write(site.wanted), StandardCharsets.UTF_8).substring(1, 9));
    assertThat(person("operator").get("/submit?run=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void who_retires_much_types_the_name_of_the_set() {
    Run run = runs.find(Samples.APPROVING).orElseThrow();
    runs.add(
        new Run(
            run.summary(),
            Optional.of(Samples.retiring(5)),
            Optional.empty(),
            run.journal(),
            Map.of(),
            false));
    Visitor approver = person("approver");
    String digest = "digest=" + Samples.DIGEST;
    approver.postForm(TASK + "/claim", "");

    assertThat(approver.get(TASK).body()).contains("you are asked to type <b>My_site</b>");
    assertThat(approver.postForm(TASK + "/approve", digest).statusCode()).isEqualTo(422);
    assertThat(approver.postForm(TASK + "/approve", digest + "&typed=Lab").body())
        .contains("asked to type &#39;My_site&#39;");
    assertThat(inbox.decisions).isEmpty();
    approver.postForm(TASK + "/approve", digest + "&typed=My_site");
    assertThat(inbox.decisions).containsExactly("approved by approver");
  }

  @Test
  void what_hurts_stands_first() {
    String page = person("approver").get(TASK).body();

    assertThat(page.indexOf("class=\"hurts\"")).isPositive();
    assertThat(page.indexOf("− retire</span>")).isLessThan(page.indexOf("+ create</span>"));
  }

  @Test
  void an_approval_leads_to_the_run() {
    HttpResponse<String> answer =
        person("approver").postForm(TASK + "/approve", "digest=" + Samples.DIGEST);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").get())
        .endsWith("/runs/" + Samples.APPROVING + "?done=approved");
    assertThat(inbox.decisions).containsExactly("approved by approver");
  }

  @Test
  void a_stale_approval_comes_back_with_the_reason() {
    HttpResponse<String> answer = person("approver").postForm(TASK + "/approve", "digest=old");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("The plan has changed since you looked", "Your answer");
    assertThat(inbox.decisions).isEmpty();
  }

  @Test
  void who_may_not_approve_reads_why() {
    assertThat(person("viewer").get(TASK).body())
        .contains("Only members of approver or admin can do this.");
    assertThat(person("viewer").postForm(TASK + "/approve", "digest=" + Samples.DIGEST))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
  }

  @Test
  void a_trouble_offers_its_choices_with_what_they_mean() {
    Visitor operator = person("operator");
    String path = "/inbox/" + Samples.TROUBLE;
    operator.postForm(path + "/claim", "");

    assertThat(operator.get(path).body())
        .contains("not enough free memory", "Looks at the host first", "value=\"roll-back\"");
    operator.postForm(path + "/decide", "choice=try-again&comment=ok");
    assertThat(inbox.decisions).containsExactly("try-again by operator");
  }

  @Test
  void a_task_that_is_gone_says_so() {
    HttpResponse<String> answer = person("approver").get("/inbox/nobody", "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("may have been done already");
  }

  @Test
  void a_run_shows_its_steps_its_limits_and_its_journal() {
    String page = person("viewer").get("/runs/" + Samples.APPLYING).body();

    assertThat(page)
        .contains("commands per host (4)", "need 128 MiB", "looks fine", "bpmn-navigated-viewer")
        .contains("Only members of operator or admin can cancel.");
  }

  @Test
  void a_run_is_narrowed_to_steps_in_one_state() {
    String page = person("viewer").get("/runs/" + Samples.APPLYING + "?show=trouble").body();

    assertThat(page).contains("step-create-vm:vm3").doesNotContain("step-create-vm:vm1\"");
  }

  @Test
  void a_drawing_is_given_with_where_it_stands() throws Exception {
    assertThat(json(person("viewer").get("/runs/" + Samples.APPLYING + "/drawing")).get("active"))
        .extracting(id -> id.asText())
        .containsExactly("StartVm");
  }

  @Test
  void the_file_of_a_run_is_downloaded_never_shown() {
    HttpResponse<String> answer = person("viewer").get("/runs/" + Samples.APPROVING + "/file");

    assertThat(answer.body()).isEqualTo("<XSMConfig/>");
    assertThat(answer.headers().firstValue("Content-Disposition").get()).startsWith("attachment");
  }

  @Test
  void a_checked_file_shows_its_plan_and_changes_nothing() {
    HttpResponse<String> answer = person("operator").postMultipart("/submit/check", "<XSMConfig/>");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("What it would do now", "&lt;XSMConfig/&gt;");
    assertThat(site.submitted).isEmpty();
  }

  @Test
  void a_wrong_file_shows_its_problems_beside_their_lines() {
    HttpResponse<String> answer =
        person("operator").postMultipart("/submit", "<wrong>\n<MEM>lots</MEM>");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("2 problems", "&lt;MEM&gt;lots&lt;/MEM&gt;", "Write a number of MiB.");
  }

  @Test
  void a_double_click_is_one_claim_and_another_text_is_another() {
    Visitor operator = person("operator");
    String nonce = "&nonce=00000000-0000-0000-0000-000000000001";
    operator.postForm("/submit", "text=one" + nonce);
    operator.postForm("/submit", "text=one" + nonce);
    operator.postForm("/submit", "text=two" + nonce);

    assertThat(site.submitted).extracting("claim").hasSize(3);
    assertThat(site.submitted.get(0).claim()).isEqualTo(site.submitted.get(1).claim());
    assertThat(site.submitted.get(0).claim()).isNotEqualTo(site.submitted.get(2).claim());
  }

  @Test
  void too_large_a_form_is_answered_in_style() {
    HttpResponse<String> answer =
        person("operator")
            .postBytes(
                "/submit",
                BodyPublishers.ofByteArray(new byte[18 << 20]),
                "Content-Type",
                "multipart/form-data; boundary=xsm");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 16 MiB");
  }
}
