package org.xsm.connectors.netboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xsm.connectors.systemimager.MonitorLine;

class AnyLinePropertiesTest {
  private static final List<String> LOGS =
      List.of("dnsmasq.log", "lease-events.log", "tftpd.log", "rsyncd.log", "monitor.log");

  @Property
  void no_line_at_all_makes_a_reader_fail(@ForAll String line) {
    readByAll(line);
  }

  @Property
  void no_real_line_that_was_tampered_with_makes_a_reader_fail(@ForAll("tampered") String line) {
    readByAll(line);
  }

  private static void readByAll(String line) {
    for (String log : LOGS) {
      assertThat(Logs.reader(log).read(line)).isNotNull();
    }
    assertThat(MonitorLine.read(Logs.node1(), line)).isNotNull();
  }

  @Provide
  Arbitrary<String> tampered() throws IOException {
    List<String> real = new ArrayList<>(Logs.lines("pxe/rsyncd.log"));
    real.addAll(Logs.lines("pxe/monitor.log"));
    real.addAll(Logs.lines("pxe/lease-events.log"));
    real.addAll(Logs.lines("pxe/dnsmasq.log").subList(0, 80));
    real.addAll(Logs.lines("pxe-failures/tftpd-hpa/tftpd.log"));
    return Combinators.combine(
            Arbitraries.of(real),
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.doubles().between(0, 1))
        .as(AnyLinePropertiesTest::tamper);
  }

  private static String tamper(String line, String with, double where) {
    int at = (int) (where * line.length());
    return line.substring(0, at) + with + line.substring(Math.min(line.length(), at + 2));
  }
}
