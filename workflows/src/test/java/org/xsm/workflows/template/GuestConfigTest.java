package org.xsm.workflows.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

class GuestConfigTest {
  private static final UUID ID = UUID.fromString("6f1d6a0e-0000-5000-8000-000000000001");

  private static Vm vm(IpSetting ip) {
    return new Vm(
        new VmName("vm1"),
        new TemplateName("apache_svr"),
        new HostAddress("192.168.5.101"),
        4,
        new MacAddress("aa:00:00:00:00:01"),
        ip,
        96);
  }

  private static String render(String template) {
    return GuestConfig.render(
        new Template(new TemplateName("apache_svr"), template), vm(new IpSetting.Dhcp()), ID);
  }

  @Test
  void the_vms_parameters_take_the_place_of_the_templates() {
    String config =
        render(
            "name='x'; memory = 1024\nmaxmem=2048 # much\nvcpus=1\nuuid=\"old\"\nkernel = \"/boot/vmlinuz\"\n");

    assertThat(config)
        .contains(
            "name = \"vm1\"",
            "uuid = \"" + ID + "\"",
            "memory = 96",
            "maxmem = 96",
            "vcpus = 4",
            "maxvcpus = 4")
        .contains("kernel = \"/boot/vmlinuz\"")
        .doesNotContain("1024", "2048", "old", "'x'");
  }

  @Test
  void the_first_network_card_gets_the_vms_address_and_keeps_the_rest() {
    assertThat(
            render(
                "vif = [ 'mac=00:16:3e:00:00:09,bridge=xenbr0,model=e1000',\n  \"bridge=xenbr1\" ]"))
        .contains(
            "vif = [ \"mac=AA:00:00:00:00:01,bridge=xenbr0,model=e1000\", \"bridge=xenbr1\" ]");
  }

  @Test
  void cards_that_are_commented_out_are_none_and_cards_that_are_added_count() {
    assertThat(
            render("vif = [ # 'bridge=old',\n 'bridge=br0' ]\nvif += ['bridge=br1']\n# vif=['x']"))
        .contains("vif = [ \"mac=AA:00:00:00:00:01,bridge=br0\", \"bridge=br1\" ]");
  }

  @Test
  void a_quote_within_a_card_stays_within_it() {
    assertThat(render("vif = [ 'script=a\"b', \"script=\\\"\\\\\" ]"))
        .contains("vif = [ \"mac=AA:00:00:00:00:01,script=a\\\"b\", \"script=\\\"\\\\\" ]");
  }

  @Test
  void virtual_numa_nodes_are_left_out_since_they_are_of_another_size() {
    assertThat(render("vnuma = [ [ 'pnode=0', 'size=512', 'vcpus=0-1' ] ]\nkernel = '/k'"))
        .contains("kernel = '/k'")
        .doesNotContain("vnuma");
  }

  @Test
  void a_template_without_a_network_card_gets_one() {
    assertThat(render("kernel = '/k'")).contains("vif = [ \"mac=AA:00:00:00:00:01\" ]");
  }

  @Test
  void a_fixed_address_reaches_the_card_and_the_kernel() {
    Vm fixed =
        vm(
            new IpSetting.Fixed(
                new IpAddress("192.168.5.50"),
                Optional.of(24),
                Optional.of(new IpAddress("192.168.5.1"))));

    String config =
        GuestConfig.render(new Template(new TemplateName("t"), "dhcp='dhcp'\n"), fixed, ID);

    assertThat(config)
        .contains(
            "mac=AA:00:00:00:00:01,ip=192.168.5.50",
            "ip = \"192.168.5.50\"",
            "netmask = \"255.255.255.0\"",
            "gateway = \"192.168.5.1\"")
        .doesNotContain("dhcp");
  }

  @Test
  void lists_over_several_lines_and_quotes_are_kept_as_they_stand_and_comments_left_out() {
    String disk =
        "disk = [ # two\n  'phy:/dev/vg/a;b,xvda,w', # root = x\n  \"file:/x]y,xvdb,r\"\n]";

    assertThat(render("# head\n" + disk + "\nextra = \"a = 'b' # no comment\""))
        .contains(disk, "extra = \"a = 'b' # no comment\"")
        .doesNotContain("# head");
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_are_taken_off() {
    assertThat(render("\uFEFFkernel = '/k'\r\nramdisk = '/r'\r\n"))
        .contains("kernel = '/k'\nramdisk = '/r'\n")
        .doesNotContain("\r", "\uFEFF");
  }

  @Test
  void what_is_no_guest_config_is_refused_with_its_line() {
    assertThatThrownBy(() -> render("kernel = '/k'\nimport os\n"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("template apache_svr")
        .hasMessageContaining("line 2");
  }

  @Test
  void the_same_vm_gives_the_same_text() {
    assertThat(render("kernel = '/k'")).isEqualTo(render("kernel = '/k'"));
  }
}
