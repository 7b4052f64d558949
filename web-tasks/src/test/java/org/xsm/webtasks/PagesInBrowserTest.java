package org.xsm.webtasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.run.EventKind;
import org.xsm.workflows.run.JournalEntry;
import org.xsm.workflows.run.Run;
import org.xsm.workflows.run.RunState;

/** What only a real browser shows; left out where Debian's chromium is not installed. */
class PagesInBrowserTest extends ServerTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void open() {
    boolean there = Files.isExecutable(CHROMIUM);
    assertThat(there || !"true".equals(System.getenv("CI"))).as("CI has %s", CHROMIUM).isTrue();
    assumeTrue(there, "chromium is not installed");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void logIn() {
    page = browser.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    visit("/login");
    page.fill("#username", "admin");
    page.fill("#password", TestApplication.PASSWORD);
    page.click("button[type=submit]");
    assertThat(page.locator("#live")).hasText("Live");
  }

  @AfterEach
  void leave() {
    page.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/inbox",
        "/inbox/task-approve",
        "/inbox/task-trouble",
        "/runs",
        "/runs/4e5f6a7b-applying",
        "/submit",
        "/account",
        "/audit"
      })
  void a_page_fits_a_phone_and_breaks_none_of_its_own_rules(String path) {
    SamplePeople.fill(tokens, audit);
    page.setViewportSize(390, 844);
    visit(path);
    assertThat(page.locator("#live")).hasText("Live");

    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(over).isEqualTo(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_drawing_shows_where_the_run_stands() {
    visit("/runs/" + Samples.APPLYING);

    assertThat(page.locator("[data-element-id=StartVm].is-active")).isVisible();
    assertThat(page.locator("[data-element-id=WriteConfig].is-passed")).isVisible();
    assertThat(page.locator(".bjs-powered-by")).isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_run_page_follows_the_run_by_itself() {
    visit("/runs/" + Samples.APPLYING);
    assertThat(page.locator("#live")).hasText("Live");
    assertThat(page.locator("h1 .badge")).hasText("applying");

    runs.add(ended(runs.runs.get(Samples.APPLYING)));
    runs.change(Samples.APPLYING);

    assertThat(page.locator("h1 .badge")).hasText("applied with skips");
    assertThat(page.locator("#run-journal")).containsText("Applied, with a skip.");
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_plan_is_claimed_and_approved() {
    visit("/inbox/" + Samples.APPROVAL);
    page.click("text=Claim this task");
    page.fill("#approve-comment", "go");
    page.click("text=Approve, with 1 retired");

    assertThat(page.locator(".callout.good")).hasText("You approved the plan.");
    assertThat(inbox.decisions).containsExactly("approved by admin");
  }

  @Test
  void a_task_is_found_claimed_and_answered_by_keys() {
    visit("/inbox");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Approve the plan for My_site");

    page.keyboard().press("c");
    page.keyboard().press("Enter");
    assertThat(page.locator("#approve")).isVisible();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("r");
    page.keyboard().type("a, r and ? are letters here");
    page.locator("#send-back").click();

    assertThat(page.locator(".callout.good")).containsText("You sent the plan back");
    assertThat(inbox.decisions).containsExactly("sent back by admin: a, r and ? are letters here");
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_file_is_checked_in_place_and_then_submitted() {
    visit("/submit");
    page.fill("#text", "<wrong/>");
    page.click("button:has-text('Check')");
    assertThat(page.locator("#result h2")).hasText("2 problems");

    page.fill("#text", "<XSMConfig/>");
    page.click("button:has-text('Check')");
    assertThat(page.locator("#result .sentence")).containsText("4 VMs are created");
    assertThat(page.locator("#text")).hasValue("<XSMConfig/>");
    page.click("button.primary");
    assertThat(page.locator("h1")).containsText("My_site");
    assertThat(site.submitted).hasSize(1);
  }

  private void visit(String path) {
    page.navigate("http://127.0.0.1:" + port + path);
  }

  private static Run ended(Run run) {
    List<JournalEntry> journal = new ArrayList<>(run.journal());
    journal.add(
        new JournalEntry(
            journal.size() + 1L,
            Samples.NOW,
            JournalEntry.MANAGER,
            EventKind.RUN_APPLIED_WITH_SKIPS,
            Optional.empty(),
            "Applied, with a skip.",
            ""));
    return new Run(
        Samples.summary(Samples.APPLYING, RunState.APPLIED_WITH_SKIPS, 9),
        run.plan(),
        run.approved(),
        SampleJournals.sealed(Samples.APPLYING, journal),
        Map.of(),
        false);
  }
}
