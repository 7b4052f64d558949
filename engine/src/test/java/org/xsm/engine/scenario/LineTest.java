package org.xsm.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of the scenarios is read strictly. */
class LineTest {
  private static Line line(String text) {
    return new Line("story/script.txt:3", text);
  }

  @Test
  void words_are_read_one_by_one_and_a_quoted_text_is_one() {
    Line line = line("reject  a \"not so,\t please\" -> 403");

    assertThat(line.next("a verb")).isEqualTo("reject");
    assertThat(line.takes("b")).isFalse();
    assertThat(line.takes("a")).isTrue();
    assertThat(line.next("why")).isEqualTo("not so,\t please");
    assertThat(line.takes("->")).isTrue();
    assertThat(line.number("a status")).isEqualTo(403);
    line.end();
    assertThat(line.hasNext()).isFalse();
    assertThat(line.rest()).isEmpty();
  }

  @Test
  void the_rest_is_all_that_is_left() {
    Line line = line("guests 1: v1 v2");
    line.next("a verb");

    assertThat(line.rest()).isEqualTo(List.of("1:", "v1", "v2"));
    line.end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "# approve a", "  #"})
  void blank_lines_and_comments_say_nothing(String text) {
    assertThat(line(text).says()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reject a \"why", "reject a wh\"y\"", "\"a\"b"})
  void a_quote_without_its_other_end_or_in_a_word_is_refused(String text) {
    complains(() -> line(text), "a quote at both ends");
  }

  @Test
  void what_is_missing_or_too_much_or_no_number_is_named_with_its_line() {
    complains(() -> line("").next("a verb"), "expected a verb");
    complains(() -> line("two").number("a number"), "expected a number");
    complains(() -> line("1234567").number("a number"), "expected a number");
    Line longer = line("cancel a b");
    longer.next("a verb");
    longer.next("a run");
    complains(longer::end, "expected nothing after 'a'");
  }

  @Test
  void the_policy_is_the_first_line_or_the_default(@TempDir Path folder) throws IOException {
    assertThat(scenario(folder, "# one\n\npolicy four-eyes\nsee a\n").policy())
        .isEqualTo("four-eyes");
    assertThat(scenario(folder, "policy four-eyes\nsee a\n").plot()).hasSize(1);
    assertThat(scenario(folder, "see a\n").policy()).isEqualTo("default");
    assertThat(scenario(folder, "see a\n").plot()).hasSize(1);
  }

  @Test
  void a_policy_anywhere_else_is_refused_before_anything_happens(@TempDir Path folder)
      throws IOException {
    Scenario late = scenario(folder, "see a\npolicy four-eyes\n");
    assertThatIllegalArgumentException()
        .isThrownBy(late::plot)
        .withMessageContaining("script.txt:2")
        .withMessageContaining("the policy on the first line only");

    Scenario wordy = scenario(folder, "policy four-eyes please\nsee a\n");
    assertThatIllegalArgumentException().isThrownBy(wordy::policy).withMessageContaining("nothing");
  }

  private static Scenario scenario(Path folder, String script) throws IOException {
    Files.writeString(folder.resolve(Scenario.SCRIPT), script);
    return new Scenario(folder, "10.60.1");
  }

  private static void complains(ThrowingCallable reading, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(reading)
        .withMessageStartingWith("story/script.txt:3 '")
        .withMessageContaining(expected);
  }
}
