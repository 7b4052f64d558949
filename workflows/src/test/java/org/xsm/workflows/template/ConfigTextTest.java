package org.xsm.workflows.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.template.ConfigText.Statement;

/** The verdicts are those of xl 4.17, which was asked; its line where it names one. */
class ConfigTextTest {
  private static List<String> texts(String config) {
    return ConfigText.statements(config).stream().map(Statement::text).toList();
  }

  @Test
  void statements_end_with_their_line_or_a_semicolon_and_need_neither_at_the_end() {
    assertThat(texts("\n a = 1 ;; b='x'\t\n\n;c  += [ 2 ]; # end\n# d = 4\n e=0x1f"))
        .containsExactly("a = 1", "b='x'", "c  += [ 2 ]", "e=0x1f");
    assertThat(texts("")).isEmpty();
    assertThat(texts("# nothing but this")).isEmpty();
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_are_taken_off() {
    assertThat(texts("\uFEFFa=1\r\nb = [\r\n 'x' ]\r\n")).containsExactly("a=1", "b = [\n 'x' ]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=''",
        "x=\"it's\"",
        "x='it\\'s'",
        "x=\"\\\\ \\n \\t \\101\"",
        "x=\"# [ ; é\"",
        "x=[]",
        "x=[\n\n1\n\n,\n\n'a',\n]",
        "x=[ # c ]\n1]",
        "x=[[],['a',[1]]]",
        "x=09"
      })
  void a_value_is_a_string_in_either_quotes_or_a_number_or_a_list(String config) {
    assertThat(texts("\n" + config + "\n")).containsExactly(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import os                    | 'os' where xl wants '=' behind 'import'
          def vmid_check(var, val):    | 'vmid_check' where xl wants '='
          if 1:                        | '1' where xl wants '='
          acpi = True                  | 'True' where xl wants a value
          extra = abc                  | 'abc' where xl wants a value
          extra = "a" + "b"            | '+' where xl wants the end of the line
          extra = "a" "b"              | '"b"' where xl wants the end of the line
          extra = "%s" % x             | '%' where xl wants the end of the line
          extra = r"a"                 | 'r' where xl wants a value
          vif = ("a", "b")             | '("a",' where xl wants a value
          weight = 0.75                | '.75' where xl wants the end of the line
          weight = -1                  | '-1' where xl wants a value
          Memory = 64                  | 'Memory' where xl wants a key
          foo-bar = 1                  | '-bar' where xl wants '='
          memory == 64                 | '=' where xl wants a value
          memory =                     | the end of the line where xl wants a value
          a = 1 b = 2                  | 'b' where xl wants the end of the line
          a = [ 1 2 ]                  | '2' where xl wants ',' or ']' of the list that begins on line 3
          a = [ , ]                    | ',' where xl wants a value
          a = [ 1; 2 ]                 | the end of the line where xl wants ',' or ']'
          a = "x                       | string that is not closed
          a = "\\q"                     | backslash that xl does not know
          a = "\\1"                     | backslash that xl does not know
          a = "x\\                      | string that is not closed
          a = [ 'x', b                 | 'b' where xl wants a value
          """)
  void what_xl_does_not_read_is_refused_with_its_line(String config, String why) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> ConfigText.statements("# one\nb = 1\n" + config + "\nc = 1\n"))
        .withMessageStartingWith("line 3: '" + config)
        .withMessageContaining(why)
        .satisfies(refused -> assertThat(refused.advice()).contains("xl.cfg(5)"));
  }

  @Test
  void a_list_that_is_not_closed_is_told_where_it_begins() {
    for (String list : List.of("a = [", "a = [ 'x'\n", "a = [ 'x',\n\n", "a = [ [ 1 ]")) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> ConfigText.statements("\n" + list))
          .withMessageStartingWith("line 2: 'a = [")
          .withMessageEndingWith("begins a list that is not closed");
    }
  }

  @Test
  void the_first_of_two_faults_is_told() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> ConfigText.statements("import os\nB = (1)\n"))
        .withMessageStartingWith("line 1: 'import os'");
  }

  @Test
  void what_would_break_the_reader_is_refused_with_its_line() {
    for (String text : List.of("a='\0'", "a=1\fb", "a=1\rb=2", "é=1", "a=" + "[".repeat(100_000))) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> ConfigText.statements("\n" + text))
          .withMessageStartingWith("line 2: '")
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\0", "\r"));
    }
  }

  @Test
  void a_list_adds_to_a_list_only() {
    assertThat(texts("a=[1]\na+=[2]\na='x'\na+='y'\nb+=1")).hasSize(5);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> ConfigText.statements("a=[1]\na+='x'\n"))
        .withMessageStartingWith("line 2: 'a+='x'' adds a list to a single value");
  }

  @Test
  void the_last_assignment_of_a_key_and_what_adds_to_it_count() {
    String config = "v=['a']\nw='w'\nv=['b', # 'no'\n \"c\"]\nv += [ 'd\\'', ['e'], 1 ]";

    assertThat(ConfigText.strings(ConfigText.statements(config), "v"))
        .containsExactly("b", "c", "d\\'", "e");
    assertThat(ConfigText.strings(ConfigText.statements(config), "x")).isEmpty();
  }
}
