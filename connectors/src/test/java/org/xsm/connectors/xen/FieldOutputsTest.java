package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xsm.connectors.xen.xl.XlToolstack;
import org.xsm.connectors.xen.xm.XmToolstack;
import org.xsm.workflows.site.HostAddress;

/** Whatever a tool printed in the field is read, or refused with a reason; never anything else. */
class FieldOutputsTest {
  private static final HostAddress HOST = new HostAddress("192.168.5.101");
  private static final String INFO =
      "nr_cpus : 1\ntotal_memory : 2\nfree_memory : 1\nxen_major : 4";
  private static final String TABLE =
      "Name ID Mem VCPUs State Time(s)\nDomain-0 0 1 1 r----- 1.0\n";

  @TestFactory
  Stream<DynamicTest> an_answer_from_the_field_is_read_or_refused_with_a_reason() {
    return FieldFiles.below("tool-outputs").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    () -> survive(file)));
  }

  private static void survive(Path file) {
    String text = FieldFiles.text(file);
    for (Toolstack tool : List.of(XlToolstack.with(""), XmToolstack.toolstack())) {
      for (Map<String, String> answer :
          List.of(
              Map.of("info", text, "list", TABLE),
              Map.of("info", INFO, "list", text),
              Map.of("info", INFO, "list", TABLE, "long", text))) {
        read(tool, answer);
      }
    }
  }

  private static void read(Toolstack tool, Map<String, String> texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach((name, text) -> lines.add("T " + name + "\n" + text + "\nT " + name + "-exit 0"));
    Sections answer = Sections.parse("T", String.join("\n", lines), "");
    try {
      assertThat(tool.readHost(HOST, answer).address()).isEqualTo(HOST);
    } catch (HostTrouble refused) {
      assertThat(refused.getMessage()).contains("could not be looked at").doesNotContain("\n");
    }
  }

  @TestFactory
  Stream<DynamicTest> lists_and_facts_of_real_hosts_are_understood() {
    return Stream.of(
            "xl-list/agilex-narrow-columns.txt",
            "xl-list/petalinux-zcu102.txt",
            "xl-list/tabs-intel.txt",
            "xl-list/xen-doc-xl.txt",
            "xm-list/chinese-comment.txt",
            "xm-list/cpu-time-9digits.txt",
            "xm-list/ganeti-xen-xm-list-4.0.1-four-instances.txt",
            "xm-list/xen-doc-xm-3.x.txt")
        .flatMap(
            name -> FieldFiles.below("tool-outputs").stream().filter(file -> file.endsWith(name)))
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> list(file)));
  }

  /** The table itself, without what people copied around it. */
  private static void list(Path file) throws HostTrouble {
    List<String> rows =
        FieldFiles.text(file)
            .lines()
            .filter(line -> line.strip().startsWith("Name ") || line.matches(".*[0-9]\\.[0-9]\\s*"))
            .toList();
    Sections answer =
        Sections.parse("T", "T list\n" + String.join("\n", rows) + "\nT list-exit 0", "");
    assertThat(XmToolstack.toolstack().readDomains(HOST, answer))
        .hasSize(rows.size() - 2)
        .allMatch(domain -> domain.memory() > 0);
  }
}
