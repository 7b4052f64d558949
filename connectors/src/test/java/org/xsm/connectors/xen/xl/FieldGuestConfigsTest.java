package org.xsm.connectors.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.xen.FieldFiles;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.GuestConfig;
import org.xsm.workflows.template.GuestNeeds;
import org.xsm.workflows.template.Template;

/** Guest configs of the field as templates, judged by the real xl. */
class FieldGuestConfigsTest {
  private static final Pattern LINE = Pattern.compile("line (\\d+): ");
  private static final UUID ID = UUID.fromString("6f1d6a0e-0000-5000-8000-000000000001");
  private static final TemplateName NAME = new TemplateName("field");
  private static final Vm DHCP =
      new Vm(
          new VmName("vm1"),
          NAME,
          new HostAddress("192.168.5.101"),
          2,
          new MacAddress("AA:00:00:00:00:01"),
          new IpSetting.Dhcp(),
          256);
  private static final Vm FIXED =
      new Vm(
          DHCP.name(),
          NAME,
          DHCP.host(),
          2,
          DHCP.mac(),
          new IpSetting.Fixed(
              new IpAddress("192.168.5.50"),
              Optional.of(24),
              Optional.of(new IpAddress("192.168.5.1"))),
          256);

  @TempDir static Path folder;
  private static RealXl xl;

  @BeforeAll
  static void find() throws Exception {
    xl = RealXl.in(folder);
  }

  private static List<Path> configs() {
    return FieldFiles.below("guest-configs").stream()
        .filter(file -> !file.toString().contains("/oracle-xl-"))
        .filter(file -> !file.toString().matches(".*\\.(xml|jsonl)"))
        .toList();
  }

  private static GuestConfig template(String text) {
    return GuestConfig.of(new Template(NAME, text));
  }

  @TestFactory
  Stream<DynamicTest> what_xl_reads_can_be_a_template_and_what_it_does_not_is_refused_like_there() {
    return configs().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getParent().getFileName() + "/" + file.getFileName(), () -> judge(file)));
  }

  private static void judge(Path file) throws Exception {
    RealXl.Verdict verdict = xl.read(file);
    GuestConfig template;
    try {
      template = template(FieldFiles.text(file));
    } catch (InvalidValue refused) {
      assertThat(verdict.line()).as(verdict.said()).hasValue(line(refused));
      return;
    }
    assertThat(verdict.line()).as(verdict.said()).isEmpty();
    if (verdict.isAccepted()) {
      accepted(template);
    }
  }

  private static void accepted(GuestConfig template) throws Exception {
    for (Vm vm : List.of(DHCP, FIXED)) {
      for (Ceiling ceiling : List.of(Ceiling.of(vm), Ceiling.of(vm).raised(4, 50))) {
        String rendered = template.render(vm, ID, ceiling);
        RealXl.Verdict verdict = xl.read(rendered);
        assertThat(verdict.isAccepted()).as(rendered + verdict.said()).isTrue();
        assertThat(verdict.said()).contains("\"name\": \"vm1\"", ID.toString());
        assertThat(GuestNeeds.of(rendered)).isNotNull();
      }
    }
  }

  private static int line(InvalidValue refused) {
    Matcher line = LINE.matcher(refused.getMessage());
    assertThat(line.find()).as(refused.getMessage()).isTrue();
    return Integer.parseInt(line.group(1));
  }

  @Test
  void what_xl_trips_over_and_people_cannot_see_is_mended() throws Exception {
    for (String text :
        List.of(
            "\uFEFFkernel = '/k'\n",
            "kernel = '/k'\r\nextra = 'a'\r\n",
            "kernel = '/k' # no line end")) {
      assertThat(xl.read("name = 'x'\n" + text).isAccepted()).as(text).isFalse();
      accepted(template(text));
    }
  }
}
