package org.xsm.routes.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xsm.routes.site.SiteFiles.VM;
import static org.xsm.routes.site.SiteFiles.site;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;

/** What is written is read back the same, and {@code docs/site.xsd} says what the reader says. */
class SiteSchemaTest {
  private static final SiteXml FORMAT = new SiteXml(KnownTemplates.of("apache_svr", "mysql_svr"));

  private final SiteSchema schema = new SiteSchema();

  SiteSchemaTest() throws Exception {}

  /**
   * A change to a file's text: the first occurrence of one thing becomes another. No two together
   * may lead to what only the reader knows, such as one hardware address in small and capital
   * letters.
   */
  record Mutation(String what, String with) {
    static final List<Mutation> ALL =
        Stream.of(
                "<VM >|<vm >",
                "<VM |<Vm ",
                "<MEM>|<mem>",
                "<Set |<Set color='red' ",
                "<VM |<VM xml:lang='en' ",
                "<XSMConfig>|<XSMConfig version='1'>",
                "<XSMConfig>|<XSMConfig xmlns='urn:x'>",
                "<XSMConfig>|<XSMConfig>text",
                "</VM>|text</VM>",
                "</VM>|<!-- c --></VM>",
                "</VM>|<DISK/></VM>",
                "</VM>|<MEM>96</MEM></VM>",
                "</VM>|</VM><Owner>a@b</Owner>",
                "<Owner>|<Owner>a,",
                "<Owner>|<Owner> \t\n",
                "<Owner>|<Owner>&#xa0;",
                "<Owner>|<Owner>-",
                "<Owner>|<Owner><b/>",
                "name=\"|name=\" ",
                "name=\"|name=\"-",
                "name=\"|name=\"ü",
                "name=\"v|name=\"",
                "name=\"v|Name=\"v",
                "name=\"set0\"|name=\"\"",
                "name=\"set1\"|name=\"set0\"",
                "config=\"|config=\"/",
                "config=\"apache_svr\"|",
                "adopt=\"|adopt=\" ",
                "adopt=\"0|adopt=\"g",
                "adopt=\"00|adopt=\"",
                "adopt=\"00000000-0000-0000|adopt=\"00000000-0000-0001",
                "000000abcd\"|000000ABCD\"",
                "000000abcd\"|0000000000\"",
                "config=\"|adopt=\"00000000-0000-0000-0000-00000000abcd\" config=\"",
                "<VM |<VM adopt=\"00000000-0000-0003-0000-00000000abcd\" ",
                "<DOM0>10|<DOM0>010",
                "<DOM0>10|<DOM0>0",
                "<DOM0>10|<DOM0>223",
                "<DOM0>10|<DOM0>224",
                "<DOM0>10|<DOM0>256",
                "<DOM0>10.|<DOM0>host.",
                "<DOM0>10.0|<DOM0>10",
                "<DOM0>|<DOM0><![CDATA[]]> ",
                "<VCPUS>|<VCPUS>0",
                "<VCPUS>|<VCPUS>+",
                "<VCPUS>|<VCPUS>-",
                "<VCPUS>|<VCPUS>99999999999",
                "<VCPUS>|<VCPUS> \r\n",
                "</VCPUS>|.0</VCPUS>",
                "</VCPUS>|٤</VCPUS>",
                "</VCPUS>|0</VCPUS>",
                "<MEM>|<MEM>9",
                "<MEM>|<MEM/><MEM>",
                "<HWADDR>AA|<HWADDR>aE",
                "<HWADDR>AA|<HWADDR>AB",
                "<HWADDR>AA|<HWADDR>00",
                "<HWADDR>AA:|<HWADDR>",
                "<HWADDR>AA:|<HWADDR>AA-",
                "<HWADDR>AA:00:00:00:00:01|<HWADDR>AA:00:00:00:00:00",
                "<IP>DHCP|<IP>dhcp",
                "<IP>DHCP|<IP>D HCP",
                "<IP>DHCP|<IP> DHCP ",
                "<IP>DHCP|<IP>::1",
                "<IP>DHCP|<IP mode='x'>DHCP",
                "/24|/0",
                "/24|/032",
                "/24|/32",
                "/24|/8",
                "/24|/",
                "gateway=\"192|gateway=\" 192",
                "gateway=\"192|gateway=\"300",
                "<HOST |<Host ",
                "<HOST >|<HOST config='a' ",
                "<HOST name=\"h|<HOST name=\"-",
                "<HOST name=\"h|<HOST name=\"h.",
                "<HOST name=\"h|<HOST name=\"h_",
                "image=\"|image=\"/",
                "image=\"xen|img=\"xen",
                "</HOST>|<MEM>96</MEM></HOST>",
                "</HOST>|<POWER>wol</POWER></HOST>",
                "</HOST>|text</HOST>",
                "<HWADDR>00:16|<HWADDR>AA:16",
                "<HWADDR>00:16:3E:00:00:01|<HWADDR>00:16:3E:00:00:00",
                "<IP>STATIC|<IP>static",
                "<IP>STATIC|<IP> STATIC ",
                "<IP>STATIC|<IP>DHCP",
                "<IP>STATIC|<IP gateway='192.168.5.1'>STATIC",
                "<METHOD>AUTO|<METHOD>auto",
                "<METHOD>AUTO|<METHOD>TORRENT",
                "<METHOD>|<METHOD/><METHOD>",
                "<METHOD>AUTO</METHOD>|",
                "<POWER>manual</POWER>|",
                "<POWER>wol|<POWER>WOL",
                "<POWER>ipmi://|<POWER>ipmi://bmc",
                "<POWER>ipmi://|<POWER>ipmi://admin@",
                "<POWER>ipmi://|<POWER>ipmi://admin:secret@",
                "<POWER>ipmi://|<POWER>http://",
                ":9001</POWER>|:0</POWER>",
                ":9001</POWER>|:65535</POWER>",
                ":9001</POWER>|:65536</POWER>",
                ":9001</POWER>|:0623</POWER>",
                "</XSMConfig>|</XSMConfig><!-- end -->",
                "</XSMConfig>|</XSMConfig><XSMConfig/>",
                "</XSMConfig>|",
                "</Set>|</Set><Set/>",
                "</Set>|</Set><Set name='more'/>",
                "</Set>|<Set name='inner'/></Set>")
            .map(line -> line.split("\\|", -1))
            .map(sides -> new Mutation(sides[0], sides[1]))
            .toList();

    String applyTo(String file) {
      int at = file.indexOf(what);
      return at < 0 ? file : file.substring(0, at) + with + file.substring(at + what.length());
    }
  }

  @Provide
  Arbitrary<Site> sites() {
    return AnySites.any();
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Arbitraries.of(Mutation.ALL).list().ofMinSize(1).ofMaxSize(2);
  }

  @Property(tries = 300)
  void what_is_written_is_read_back_the_same(@ForAll("sites") Site site) {
    assertThat(FORMAT.read(FORMAT.write(site))).isEqualTo(new Reading.Readable(site));
  }

  @Property(tries = 100)
  void writing_is_stable(@ForAll("sites") Site site) {
    assertThat(FORMAT.write(site)).isEqualTo(FORMAT.write(site));
  }

  @Property(tries = 100)
  void the_schema_accepts_what_is_written(@ForAll("sites") Site site) {
    assertThat(schema.accepts(FORMAT.write(site))).isTrue();
  }

  @Property(tries = 1500)
  void the_schema_and_the_reader_agree_on_spoilt_files(
      @ForAll("sites") Site site, @ForAll("mutations") List<Mutation> mutations) {
    String file = new String(FORMAT.write(site), UTF_8);
    for (Mutation mutation : mutations) {
      file = mutation.applyTo(file);
    }
    byte[] spoilt = file.getBytes(UTF_8);

    assertThat(schema.accepts(spoilt)).as(file).isEqualTo(isReadable(spoilt));
  }

  @Example
  void every_single_mutation_of_a_full_file_is_judged_alike() {
    String fixed = VM.replace("vm1", "v2").replace("0:01", "0:02");
    String full =
        "<XSMConfig><Set name=\"set0\"><Owner>root@domain.com</Owner>"
            + VM.replace("vm1", "v1")
            + fixed.replace("<IP>DHCP", "<IP gateway=\"192.168.5.1\">192.168.5.50/24")
            + "</Set><Set name=\"set1\"/></XSMConfig>";

    for (Mutation mutation : Mutation.ALL) {
      byte[] spoilt = mutation.applyTo(full).getBytes(UTF_8);
      assertThat(schema.accepts(spoilt)).as(mutation.toString()).isEqualTo(isReadable(spoilt));
    }
  }

  /** The list in the schema's own documentation, held to be complete and true. */
  @Example
  void the_reader_alone_knows_the_rules_that_a_schema_has_no_words_for() {
    String second = VM.replace("0:01", "0:02");
    Stream.of(
            site(VM + second.replace("vm1", "VM1")),
            site(VM + second.replace("vm1", "vm2").replace("0:02", "0:01").replace("AA", "aa")),
            site(
                VM.replace("DHCP", "10.0.0.1")
                    + second.replace("vm1", "v").replace("DHCP", "10.0.0.1/24")),
            site(VM.replace("<IP>", "<IP gateway='10.0.0.1'>")),
            site(VM.replace("<IP>DHCP", "<IP gateway='10.0.0.1'>10.1.0.1/24")),
            site(VM.replace("DHCP", "10.1.0.0/24")),
            site(VM.replace("vm1", "Domain-0")),
            site(VM.replace("vm1", "web--incoming")),
            site(VM.replace("vm1", "migrating-web")),
            site(
                adopting("0a000000-0000-0000-0000-00000000000b")
                    + adopting("0A000000-0000-0000-0000-00000000000B")
                        .replace("vm1", "vm2")
                        .replace("0:01", "0:02")),
            site(VM.replace("apache_svr", "nginx")),
            site(VM).replace("<XSMConfig>", "<XSMConfig xmlns:x='urn:x'>"),
            "<XSMConfig><Set name='a'/><Set name='A'/></XSMConfig>")
        .map(file -> file.getBytes(UTF_8))
        .forEach(
            file -> {
              assertThat(schema.accepts(file)).as(new String(file, UTF_8)).isTrue();
              assertThat(isReadable(file)).as(new String(file, UTF_8)).isFalse();
            });
  }

  private static String adopting(String uuid) {
    return VM.replace("config=", "adopt=\"" + uuid + "\" config=");
  }

  private static boolean isReadable(byte[] file) {
    return FORMAT.read(file) instanceof Reading.Readable;
  }
}
