package org.xsm.engine.commandline.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xsm.engine.commandline.terminal.Screen;

/** What is printed, of answers as the manager gives them and as an enemy would. */
class PrintedTest {
  private static final Screen FILE = new Screen(Screen.Kind.FILE, StandardCharsets.UTF_8);
  private static final Screen ASCII = new Screen(Screen.Kind.FILE, StandardCharsets.US_ASCII);
  private static final Screen COLOURED = new Screen(Screen.Kind.COLOURED, StandardCharsets.UTF_8);

  private static final String PLAN =
      """
      {"digest":"abc","steps":[
        {"id":"create-vm:a","kind":"create-vm","target":"a","host":"10.0.0.1","cost":"none",
         "reason":"It is not there.","waitsFor":["retire-vm:d"]},
        {"id":"migrate-vm:c","kind":"migrate-vm","target":"c","host":"10.0.0.1","from":"10.0.0.2",
         "cost":"live","reason":"It is wanted elsewhere."},
        {"id":"retire-vm:d","kind":"retire-vm","target":"d","host":"10.0.0.1","cost":"downtime",
         "reason":"It left the file."},
        {"id":"sing:e","kind":"sing","target":"e","host":"10.0.0.1","cost":"song",
         "reason":"A newer manager knows why."}],
       "findings":[{"kind":"no-memory","subject":"10.0.0.9","message":"12 MiB are missing",
         "advice":"Give it less."}]}""";

  @Test
  void a_plan_says_what_hurts_first_and_sums_up() throws Exception {
    assertThat(new PlanText(FILE).lines(json(PLAN)))
        .containsExactly(
            "  * e  sing  on 10.0.0.1  song",
            "      A newer manager knows why.",
            "  − d  retire-vm  on 10.0.0.1  downtime",
            "      It left the file.",
            "  → c  migrate-vm  10.0.0.2 → 10.0.0.1  live",
            "      It is wanted elsewhere.",
            "  + a  create-vm  on 10.0.0.1",
            "      It is not there.",
            "      after retire-vm:d",
            "  ! 10.0.0.9  no-memory: 12 MiB are missing",
            "      Give it less.",
            "",
            "1 to create, 1 to migrate, 1 to retire, 1 to do, 1 finding.",
            "Digest abc");
  }

  @Test
  void what_was_approved_before_is_told_from_what_is_asked() throws Exception {
    String again = PLAN.replace("\"cost\":\"live\"", "\"cost\":\"live\",\"approved\":true");
    assertThat(new PlanText(FILE).lines(json(again)))
        .filteredOn(line -> line.endsWith("approved before"))
        .singleElement()
        .asString()
        .contains("migrate-vm");
  }

  @Test
  void signs_are_plain_where_the_screen_has_no_others() throws Exception {
    assertThat(String.join("\n", new PlanText(ASCII).lines(json(PLAN))))
        .contains("- d  retire-vm", "> c  migrate-vm  10.0.0.2 -> 10.0.0.1")
        .matches("\\p{ASCII}*");
  }

  @Test
  void colours_are_shown_only_where_there_are_some() throws Exception {
    assertThat(String.join("", new PlanText(COLOURED).lines(json(PLAN)))).contains("\u001b[31m");
    assertThat(String.join("", new PlanText(FILE).lines(json(PLAN)))).doesNotContain("\u001b");
  }

  @Test
  void nothing_that_a_stranger_wrote_is_obeyed_by_a_terminal() throws Exception {
    String evil = "\\u001b]0;gone\\u0007\\u009b2J\\u202e\\u007f\\nnew line";
    String plan = PLAN.replace("It left the file.", evil).replace("\"d\"", "\"" + evil + "\"");
    String run =
        "{\"id\":\"%1$s\",\"set\":\"%1$s\",\"state\":\"%1$s\",\"submittedBy\":\"%1$s\",\"fileName\":\"%1$s\",\"plan\":%2$s,\"journal\":[{\"kind\":\"%1$s\",\"text\":\"%1$s\",\"actor\":\"%1$s\"}]}"
            .formatted(evil, plan);
    String problems =
        "[{\"line\":1,\"where\":\"%1$s\",\"message\":\"%1$s\",\"advice\":\"%1$s\"}]"
            .formatted(evil);
    String tasks =
        "[{\"id\":\"%1$s\",\"title\":\"%1$s\",\"candidates\":[\"%1$s\"]}]".formatted(evil);
    for (List<String> lines :
        List.of(
            new PlanText(FILE).lines(json(plan)),
            new RunText(FILE).lines(json(run)),
            new ProblemText(FILE).lines("\u001bfile", json(problems)),
            Overview.runs(json("[" + run + "]")),
            Overview.tasks(json(tasks)),
            JsonText.page(json(run)).lines().toList(),
            List.of(JsonText.line(json(run))))) {
      assertThat(lines)
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(line.codePoints())
                      .noneMatch(point -> Character.isISOControl(point) || point == 0x202e));
    }
  }

  @Test
  void problems_are_jumped_to_by_editors() throws Exception {
    String problems =
        "[{\"line\":7,\"where\":\"VM vm2/MEM\",\"message\":\"is no number\",\"advice\":\"Write 96.\"},"
            + "{\"line\":0,\"where\":\"file\",\"message\":\"is empty\",\"advice\":\"Write it.\"}]";
    assertThat(new ProblemText(FILE).lines("site.xml", json(problems)))
        .containsExactly(
            "site.xml:7: VM vm2/MEM: is no number",
            "    Write 96.",
            "site.xml: file: is empty",
            "    Write it.");
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
