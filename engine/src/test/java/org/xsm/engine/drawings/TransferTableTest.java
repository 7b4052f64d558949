package org.xsm.engine.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xsm.workflows.plan.TransferChoice;

/** Asks the table of transfers about numbers of machines. */
class TransferTableTest {
  @ParameterizedTest
  @CsvSource({"1, unicast", "2, multicast", "3, multicast", "16, multicast", "500, multicast"})
  void the_table_says_what_was_measured(int machines, String method) {
    assertThat(Table.open("transfer-method").ask(Map.of("machines", machines)))
        .isEqualTo(Map.of("method", method));
    assertThat(TransferChoice.MEASURED.choose(machines).label()).isEqualTo(method);
  }
}
