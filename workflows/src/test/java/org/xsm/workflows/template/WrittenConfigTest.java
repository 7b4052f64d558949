package org.xsm.workflows.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

class WrittenConfigTest {
  private static final UUID ID = UUID.fromString("6f1d6a0e-0000-5000-8000-000000000001");
  private static final Vm VM =
      new Vm(
          new VmName("vm1"),
          new TemplateName("apache_svr"),
          new HostAddress("192.168.5.101"),
          4,
          new MacAddress("AA:00:00:00:00:01"),
          new IpSetting.Dhcp(),
          96);

  private static String written(String template, Vm vm, Ceiling ceiling) {
    return GuestConfig.of(new Template(vm.template(), template)).render(vm, ID, ceiling);
  }

  @Test
  void what_was_written_says_how_far_the_guest_can_grow() {
    String text = written("maxmem = 1\nextra = \"maxmem = 7\"\n", VM, new Ceiling(8, 144));

    assertThat(new WrittenConfig(text).ceiling()).contains(new Ceiling(8, 144));
    assertThat(new WrittenConfig("name = 'x'\n").ceiling()).isEmpty();
    assertThat(new WrittenConfig("maxmem = '4 GiB'\nmaxvcpus = 1\n").ceiling()).isEmpty();
  }

  @Test
  void another_size_is_told_from_another_content() {
    WrittenConfig config = new WrittenConfig(written("kernel = 'k'\n", VM, Ceiling.of(VM)));
    Vm larger = VM.sized(8, 512);

    assertThat(config.isButForSize(written("kernel = 'k'\n", larger, new Ceiling(9, 999))))
        .isTrue();
    assertThat(config.isButForSize(written("# c\n\nkernel = 'k'\n", VM, Ceiling.of(VM)))).isTrue();
    assertThat(config.isButForSize(written("kernel = 'l'\n", VM, Ceiling.of(VM)))).isFalse();
  }

  @Test
  void the_same_config_for_another_size_keeps_its_limits() {
    Ceiling ceiling = new Ceiling(8, 144);
    Vm smaller = VM.sized(2, 64);

    assertThat(new WrittenConfig(written("kernel = 'k'\n", VM, ceiling)).sized(smaller))
        .isEqualTo(written("kernel = 'k'\n", smaller, ceiling));
  }

  @Test
  void room_to_grow_stays_within_what_every_kind_of_guest_can_have() {
    assertThat(new Ceiling(4, 96).raised(4, 50)).isEqualTo(new Ceiling(8, 144));
    assertThat(new Ceiling(126, 96).raised(4, 0)).isEqualTo(new Ceiling(128, 96));
    assertThat(new Ceiling(512, Vm.MOST_MEMORY).raised(4, 50))
        .isEqualTo(new Ceiling(512, Vm.MOST_MEMORY));
  }

  @Test
  void a_full_machine_is_known_by_its_type_or_builder() {
    assertThat(isFull("type = \"hvm\"")).isTrue();
    assertThat(isFull("builder='hvm'")).isTrue();
    assertThat(isFull("type = \"pvh\"")).isFalse();
    assertThat(isFull("extra = \"hvm\"\n# type='hvm'")).isFalse();
  }

  private static boolean isFull(String template) {
    return GuestConfig.of(new Template(VM.template(), template)).isFullMachine();
  }
}
