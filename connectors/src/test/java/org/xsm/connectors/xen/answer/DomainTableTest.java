package org.xsm.connectors.xen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.connectors.xen.Fixture;
import org.xsm.workflows.observation.DomainState;

class DomainTableTest {
  private static final String HEADER = "Name          ID   Mem VCPUs\tState\tTime(s)\n";
  private static final String VERBOSE =
      "Name       ID   Mem VCPUs\tState\tTime(s)   UUID           Reason-Code\tSecurity Label\n";

  @Test
  void the_verbose_table_of_a_real_host_has_uuids() throws Exception {
    DomainTable list = DomainTable.parse(Fixture.of("b05-list-verbose").output());

    assertThat(list.rows())
        .hasSize(2)
        .contains(
            new DomainTable.Row(
                "g1",
                14,
                96,
                1,
                DomainState.RUNNING,
                Optional.of(UUID.fromString("4d7e13ac-780a-4795-b8e9-dd622f08048a"))));
  }

  @Test
  void the_plain_table_of_a_real_host_has_none() throws Exception {
    DomainTable list = DomainTable.parse(Fixture.of("a03-list-empty").output());

    assertThat(list.rows())
        .containsExactly(
            new DomainTable.Row("Domain-0", 0, 384, 1, DomainState.RUNNING, Optional.empty()));
  }

  @Test
  void a_domain_that_is_being_made_is_listed() throws Exception {
    String first = Fixture.of("i03-list-during-create").output().split("(?=Name )", 3)[0];

    assertThat(DomainTable.parse(first).rows())
        .contains(new DomainTable.Row("g2", 41, 0, 0, DomainState.PAUSED, Optional.empty()));
  }

  @Test
  void names_may_be_long_have_blanks_look_like_columns_or_be_missing() throws Exception {
    String uuid = "4d7e13ac-780a-4795-b8e9-dd622f08048a";
    String rest = "  3   512     2     -b----      21.5 " + uuid + "        -                -\n";
    for (String name :
        List.of(
            "(null)", "a b", "x".repeat(200), "g1 14 96 1 r----- 17.4", "[x] (y)", uuid, "ü☃")) {
      DomainTable list = DomainTable.parse(VERBOSE + name + " " + rest);

      assertThat(list.rows())
          .containsExactly(
              new DomainTable.Row(
                  name, 3, 512, 2, DomainState.RUNNING, Optional.of(UUID.fromString(uuid))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "r-----, RUNNING",
    "-b----, RUNNING",
    "rb----, RUNNING",
    "------, RUNNING",
    "--p---, PAUSED",
    "---s--, SHUT_DOWN",
    "---ss-, SHUT_DOWN",
    "--pss-, SHUT_DOWN",
    "--psc-, CRASHED",
    "---sc-, CRASHED",
    "--pssd, DYING",
    "-----d, DYING",
    "---s?-, SHUT_DOWN",
  })
  void the_letters_tell_the_state(String letters, DomainState state) throws Exception {
    assertThat(DomainTable.parse(HEADER + "g1 3 96 1 " + letters + " 1.0\n").rows().get(0).state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "libxl: error: cannot open\n",
        "Name ID\n",
        HEADER + "g1 x 96 1 r----- 1.0\n",
        HEADER + "g1 3 96 1 r-----\n",
        HEADER + "g1 99999999999999999999 96 1 r----- 1.0\n",
        HEADER + "g1 3 96 1 r----- 1.0\ng2 3 96 1 r----- 1.0\n",
        HEADER + "g1 ٣ 96 1 r----- 1.0\n",
        VERBOSE + "g1 3 96 1 r----- 1.0 not-a-uuid - -\n",
        VERBOSE + "g1 3 96 1 r----- 1.0\n",
      })
  void what_is_no_table_is_not_understood(String text) {
    assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> DomainTable.parse(text));
  }

  @Test
  void endless_tables_and_lines_are_not_understood() {
    StringBuilder table = new StringBuilder(HEADER);
    for (int id = 0; id < 10_000; id++) {
      table.append("g ").append(id).append(" 96 1 r----- 1.0\n");
    }

    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> DomainTable.parse(table.toString()));
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> DomainTable.parse(HEADER + "x".repeat(3000) + " 3 96 1 r----- 1.0\n"));
  }
}
