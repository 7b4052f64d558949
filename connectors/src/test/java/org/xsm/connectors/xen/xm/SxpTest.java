package org.xsm.connectors.xen.xm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.connectors.xen.answer.NotUnderstood;

class SxpTest {
  private static Sxp.Row only(String text) throws NotUnderstood {
    List<Sxp.Row> rows = Sxp.parse(text);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void an_empty_value_has_three_forms() throws Exception {
    Sxp.Row row = only("(image (kernel )(ramdisk)(args ''))");

    assertThat(row.value("kernel")).isEmpty();
    assertThat(row.value("ramdisk")).isEmpty();
    assertThat(row.value("args")).contains("");
  }

  @Test
  void quotes_hold_parentheses_blanks_and_escapes() throws Exception {
    Sxp.Row row = only("(x (args '(hd0,0)/grub/menu.lst')(name \"a \\\"b\\\" c\"))");

    assertThat(row.value("args")).contains("(hd0,0)/grub/menu.lst");
    assertThat(row.value("name")).contains("a \"b\" c");
  }

  @Test
  void of_two_values_of_a_key_the_first_counts() throws Exception {
    assertThat(only("(vbd (bootable 1)(bootable 0))").value("bootable")).contains("1");
  }

  @Test
  void what_stands_around_the_lists_is_left_out() throws Exception {
    assertThat(only("[root@dom0 ~]# xm list -l\nit's\n(domain (domid 3))\n").value("domid"))
        .contains("3");
    assertThat(Sxp.parse("# only a comment")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "(domain, in the middle of a list",
    "(domain (name 'x, in the middle of a word",
    "), end of a list"
  })
  void what_is_no_whole_list_is_refused(String text, String reason) {
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> Sxp.parse(text))
        .withMessageContaining(reason);
  }

  @Test
  void a_bomb_is_refused() {
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> Sxp.parse("(".repeat(1_000_000)))
        .withMessageContaining("64 deep");
    assertThatExceptionOfType(NotUnderstood.class)
        .isThrownBy(() -> Sxp.parse("x".repeat(9_000_000)))
        .withMessageContaining("characters");
  }
}
