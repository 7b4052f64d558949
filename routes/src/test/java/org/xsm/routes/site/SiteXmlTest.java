package org.xsm.routes.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.xsm.routes.site.SiteFiles.VM;
import static org.xsm.routes.site.SiteFiles.problems;
import static org.xsm.routes.site.SiteFiles.readable;
import static org.xsm.routes.site.SiteFiles.site;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;

class SiteXmlTest {
  @Test
  void the_papers_figure_3_is_read_byte_for_byte() throws IOException {
    byte[] file = getClass().getResourceAsStream("figure-3.xml").readAllBytes();

    Site site = readable(file);

    assertThat(site.setNames()).extracting(Object::toString).containsExactly("My_site");
    assertThat(site.sets().get(0).owner()).contains("root@domain.com");
    assertThat(site.vms()).hasSize(4);
    Vm last = site.vms().toList().get(3);
    assertThat(last.name()).hasToString("vm4");
    assertThat(last.template()).hasToString("mysql_svr");
    assertThat(last.host()).hasToString("192.168.5.104");
    assertThat(last.mac()).hasToString("AA:00:00:00:00:04");
    assertThat(last.vcpus()).isEqualTo(4);
    assertThat(last.memory()).isEqualTo(96);
    assertThat(last.ip()).isEqualTo(new IpSetting.Dhcp());
  }

  @Test
  void all_problems_of_a_file_are_told_at_once_with_their_lines() {
    String file =
        """
        <XSMConfig>
        <Set name="My site">
        <Owner>nobody</Owner>
        <vm name="vm0"/>
        <VM name="vm1" config="apache_srv" color="red">
        <DOM0>dom0.example.com</DOM0>
        <VCPUS>04</VCPUS>
        <HWADDR>AA:00:00:00:00</HWADDR>
        <IP>dhcp</IP>
        <MEM>96M</MEM>
        </VM>
        <VM name="VM1" config="mysql_svr">
        <DOM0>192.168.5.101</DOM0>
        <VCPUS>0</VCPUS>
        <MEM>96</MEM><MEM>97</MEM>
        </VM>
        </Set>
        </XSMConfig>
        """;

    assertThat(problems(file))
        .extracting(problem -> problem.line() + " " + problem.where() + ": " + problem.message())
        .containsExactly(
            "2 Set My site/name: 'My site' cannot be the name of a set",
            "3 Set My site/Owner: 'nobody' is not a mail address",
            "4 Set My site/vm: <vm> is not known here",
            "5 VM vm1/color: the attribute 'color' is not known here",
            "5 VM vm1/config: there is no template 'apache_srv'",
            "6 VM vm1/DOM0: 'dom0.example.com' is not an IPv4 address",
            "7 VM vm1/VCPUS: '04' has a leading zero, which some tools read as octal",
            "8 VM vm1/HWADDR: 'AA:00:00:00:00' is not a hardware address",
            "9 VM vm1/IP: 'dhcp' is not written as it must be",
            "10 VM vm1/MEM: '96M' is not a whole number",
            "12 VM VM1: <HWADDR> is missing",
            "12 VM VM1: <IP> is missing",
            "12 VM VM1: the VM name 'VM1' differs only in case from 'vm1' in line 5",
            "14 VM VM1/VCPUS: '0' is out of range",
            "15 VM VM1/MEM: a second <MEM>; the first is in line 15");
    assertThat(problems(file))
        .extracting(Problem::advice)
        .contains(
            "Did you mean <VM>? Allowed: <Owner>, <HOST>, <VM>.",
            "Did you mean 'apache_svr'? There are: apache_svr, mysql_svr.",
            "Write 4.",
            "Write DHCP in capital letters.",
            "Write a number of MiB from 4 to 16777216, with the digits 0 to 9 only.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<IP>192.168.5.50</IP>                            | 192.168.5.50",
        "<IP>192.168.5.50/24</IP>                         | 192.168.5.50/24",
        "<IP gateway='192.168.5.1'>192.168.5.50/24</IP>   | 192.168.5.50/24",
        "<IP gateway='10.0.0.1'>192.168.5.50</IP>         | 192.168.5.50",
        "<IP>192.168.5.0/31</IP>                          | 192.168.5.0/31",
      })
  void a_fixed_address_may_have_a_prefix_and_a_gateway(String element, String text) {
    Vm vm = readable(site(VM.replace("<IP>DHCP</IP>", element))).vms().findFirst().orElseThrow();

    assertThat(vm.ip().text()).isEqualTo(text);
    assertThat(((IpSetting.Fixed) vm.ip()).gateway().map(IpAddress::value))
        .isEqualTo(
            Optional.of(element)
                .filter(given -> given.contains("gateway"))
                .map(given -> given.split("'")[1]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<IP>2001:db8::1</IP>                           | '2001:db8::1' looks like IPv6, which is not supported yet",
        "<IP>192.168.5.50/</IP>                         | '/' is not the length of a network's prefix",
        "<IP>192.168.5.50/024</IP>                      | '/024' is not the length of a network's prefix",
        "<IP>192.168.5.50/32</IP>                       | '/32' is not the length of a network's prefix",
        "<IP>192.168.5.0/24</IP>                        | 192.168.5.0/24 is the network itself",
        "<IP>192.168.5.255/24</IP>                      | 192.168.5.255/24 is its broadcast address",
        "<IP>none</IP>                                  | 'none' is neither DHCP nor an IPv4 address",
        "<IP gateway='192.168.5.1'>DHCP</IP>            | the gateway '192.168.5.1' stands beside DHCP, which brings its own",
        "<IP gateway='192.168.6.1'>192.168.5.50/24</IP> | the gateway 192.168.6.1 is not in the VM's own network (/24)",
        "<IP gateway='192.168.5.50'>192.168.5.50</IP>   | the gateway 192.168.5.50 is the VM's own address",
        "<IP gateway=''>192.168.5.50</IP>               | '' is not an IPv4 address",
      })
  void an_ip_setting_that_makes_no_sense_is_refused(String element, String message) {
    assertThat(problems(site(VM.replace("<IP>DHCP</IP>", element))))
        .extracting(Problem::where, Problem::message)
        .containsExactly(tuple("VM vm1/IP", message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<MEM> \t\r\n 96\n</MEM>",
        "<MEM>9<!-- six to come -->6</MEM>",
        "<MEM><![CDATA[96]]></MEM>",
        "<MEM>9<![CDATA[6]]></MEM>",
        "<MEM>&#57;&#x36;</MEM>",
        "<MEM><?pi?>96</MEM >",
      })
  void a_value_may_be_written_in_pieces_and_with_blanks_around_it(String memory) {
    assertThat(readable(site(VM.replace("<MEM>96</MEM>", memory))).vms())
        .extracting(Vm::memory)
        .containsExactly(96);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"９６", "٩٦", "+96", "-96", "96.0", "1e2", "0x60", "9 6", "\u00a096", "9\u200b6"})
  void only_ascii_digits_make_a_number(String number) {
    assertThat(problems(site(VM.replace("<MEM>96<", "<MEM>" + number + "<"))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("VM vm1/MEM");
              assertThat(problem.message()).endsWith("is not a whole number");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "16777217", "2147483648", "99999999999999999999999999"})
  void memory_out_of_range_is_refused(String number) {
    assertThat(problems(site(VM.replace("<MEM>96<", "<MEM>" + number + "<"))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).endsWith("is out of range"));
  }

  @Test
  void a_file_that_breaks_off_tells_so_and_what_was_wrong_before() {
    String file =
        "<XSMConfig>\n<Set name='s'>\n<VM name='1' config='apache_svr'>\n<DOM0>192.168.5.101</DOM0>\n<MEM>9";

    assertThat(problems(file))
        .extracting(Problem::line, Problem::where)
        .containsExactly(tuple(3, "VM 1/name"), tuple(5, "XML"));
  }

  @Test
  void a_doctype_is_a_problem_of_its_own() {
    assertThat(problems("<?xml version='1.0'?>\n<!DOCTYPE XSMConfig>\n" + site(VM)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.advice()).isEqualTo("Delete <!DOCTYPE …>.");
            });
  }

  @Test
  void an_entity_is_never_resolved() {
    assertThat(
            problems(
                "<!DOCTYPE XSMConfig [<!ENTITY m '96'>]>\n" + site(VM.replace(">96<", ">&m;<"))))
        .extracting(Problem::where)
        .containsExactly("DOCTYPE", "XML");
  }

  @Test
  void namespaces_are_refused_once_where_they_are_declared() {
    assertThat(problems(site(VM).replace("<XSMConfig>", "<XSMConfig xmlns='urn:x'>")))
        .extracting(Problem::message)
        .containsExactly("it declares the namespace 'urn:x'");
  }

  @Test
  void an_element_with_a_prefix_is_taken_for_the_one_it_looks_like() {
    assertThat(problems(site(VM.replace("<MEM>96</MEM>", "<x:MEM xmlns:x='urn:x'>96</x:MEM>"))))
        .extracting(Problem::message, Problem::advice)
        .contains(
            tuple(
                "<x:MEM> is not known here",
                "Did you mean <MEM>? Allowed: <DOM0>, <VCPUS>, <HWADDR>, <IP>, <MEM>."));
  }

  @Test
  void a_child_element_does_not_stand_for_an_attribute() {
    String vm = VM.replace(" config=\"apache_svr\">", "><config>apache_svr</config>");

    assertThat(problems(site(vm)))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "the attribute 'config' is missing", "<config> is not known here");
  }

  @Test
  void text_between_elements_is_refused() {
    assertThat(problems(site("hello " + VM)))
        .extracting(Problem::message)
        .containsExactly("the text 'hello' stands where only elements may stand");
  }

  @Test
  void another_root_is_no_site_file() {
    assertThat(problems("<html><body/></html>"))
        .extracting(Problem::message)
        .containsExactly("the root element is <html>, so this is no site file");
  }

  @Test
  void a_site_has_at_least_one_set_and_a_set_may_be_empty() {
    assertThat(problems("<XSMConfig/>"))
        .extracting(Problem::message)
        .containsExactly("<Set> is missing");
    assertThat(readable("<XSMConfig><Set name='s'/></XSMConfig>").sets()).hasSize(1);
  }

  @Test
  void a_vm_may_adopt_a_domain_by_its_uuid() {
    String uuid = "5FA1C9C4-9f3b-4c3e-8d0a-2f6a7b1c9e01";
    String vm = VM.replace("config=", "adopt=\"" + uuid + "\" config=");

    assertThat(readable(site(vm)).vms().map(Vm::adopted))
        .containsExactly(Optional.of(UUID.fromString(uuid)));
    assertThat(problems(site(vm.replace(uuid, "5fa1c9c4"))))
        .extracting(Problem::where, Problem::message)
        .containsExactly(tuple("VM vm1/adopt", "'5fa1c9c4' is not a UUID"));
    assertThat(problems(site(vm.replace(uuid, "00000000-0000-0000-0000-000000000000"))))
        .extracting(Problem::message)
        .containsExactly("'00000000-0000-0000-0000-000000000000' is the host's own UUID");
    assertThat(problems(site(vm + vm.replace("vm1", "vm2").replace("0:01", "0:02"))))
        .extracting(Problem::message)
        .containsExactly(
            "the UUID '5fa1c9c4-9f3b-4c3e-8d0a-2f6a7b1c9e01' is taken already in line 1");
  }

  @Test
  void nothing_unique_stands_twice_in_all_sets_of_a_file() {
    String fixed = VM.replace("DHCP", "192.168.5.50/24");
    String file =
        "<XSMConfig>\n<Set name='a'>"
            + fixed
            + "</Set>\n<Set name='A'>"
            + fixed.replace("AA:", "aa:").replace("/24", "/25")
            + "</Set></XSMConfig>";

    assertThat(problems(file))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "the set name 'A' differs only in case from 'a' in line 2",
            "the VM name 'vm1' is taken already in line 2",
            "the hardware address 'AA:00:00:00:00:01' is taken already in line 2",
            "the IP address '192.168.5.50' is taken already in line 2");
  }

  @Test
  void of_very_many_problems_the_first_hundred_are_told_and_the_rest_counted() {
    List<Problem> problems = problems(site("<x/>\n".repeat(5_000)));

    assertThat(problems).hasSize(101);
    assertThat(problems.get(99).line()).isEqualTo(100);
    assertThat(problems.get(100).message()).isEqualTo("there are 4900 more problems");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void encodings_are_read_as_they_are_declared(String encoding) {
    String file = "<?xml version='1.0' encoding='" + encoding + "'?><!-- Grün -->\n" + site(VM);

    assertThat(readable(file.getBytes(Charset.forName(encoding))).vms()).hasSize(1);
  }

  @Test
  void bytes_that_are_not_utf_8_are_found_with_their_line() {
    byte[] file =
        ("<!-- ok -->\n<!-- Gr\u00fcn -->\n" + site(VM)).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(SiteFiles.problems(file))
        .extracting(Problem::line, Problem::message)
        .containsExactly(tuple(2, "there are bytes that are not UTF-8"));
  }

  @Test
  void overlong_utf_8_in_which_markup_hides_is_refused() {
    byte[] file = site(VM).replace("96", "9~~6").getBytes(UTF_8);
    for (int index = 0; index < file.length; index++) {
      if (file[index] == '~') {
        file[index++] = (byte) 0xC0;
        file[index] = (byte) 0xAF;
      }
    }

    assertThat(SiteFiles.problems(file))
        .extracting(Problem::message)
        .containsExactly("there are bytes that are not UTF-8");
  }

  @Test
  void a_hostile_value_is_shown_harmlessly() {
    assertThat(problems(site(VM.replace("vm1", "&#x202e;&#10;rm -rf"))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message())
                  .isEqualTo("'\\u{202e}\\u{a}rm -rf' cannot be the name of a VM");
              assertThat(problem.where()).isEqualTo("VM \\u{202e}\\u{a}rm -rf/name");
            });
  }

  @Test
  void without_any_template_the_advice_is_to_put_one_there() {
    Reading reading = new SiteXml(KnownTemplates.of()).read(site(VM).getBytes(UTF_8));

    assertThat(((Reading.Unreadable) reading).problems())
        .extracting(Problem::advice)
        .containsExactly("Put a guest config apache_svr.cfg into the folder 'templates'.");
  }

  @Test
  void a_file_that_was_in_order_is_recalled_when_its_template_is_gone() {
    byte[] file = site(VM).getBytes(UTF_8);

    assertThat(new SiteXml(KnownTemplates.of()).recall(file))
        .isEqualTo(new Reading.Readable(readable(file)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000, 30_000})
  void a_large_site_is_read(int count) {
    StringBuilder vms = new StringBuilder();
    for (int index = 0; index < count; index++) {
      vms.append(
          VM.replace("vm1", "vm" + index)
              .replace("00:00:01", String.format("%02X:%02X:01", index >> 8, index & 255)));
    }

    assertThat(readable(site(vms.toString())).vms()).hasSize(count);
  }

  @Test
  void a_file_that_is_too_large_is_not_even_parsed() {
    assertThat(SiteFiles.problems(new byte[16 * 1024 * 1024 + 1]))
        .extracting(Problem::message)
        .containsExactly("it is larger than 16 MiB");
  }
}
