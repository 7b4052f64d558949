package org.xsm.connectors.pxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.InvalidValue;

/** Whatever stands in a site file, a server's file has the lines that it should, and no others. */
class WrittenFilesPropertiesTest {
  private static final MenuSettings MENU =
      new MenuSettings(
          MenuSettings.Kind.PXELINUX,
          "/srv/tftp",
          "kernel",
          "initrd.img",
          MenuSettings.LocalBoot.NEXT_DEVICE,
          List.of());

  /** Values that are nearly right, with what would be more than a value to some server. */
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> seed =
        Arbitraries.of("xen5", "00:16:3E:00:00:05", "192.168.5.105", "", "12", "XEN5");
    Arbitrary<String> sting =
        Arbitraries.of(
            "", "", "", "\n", ",", ";", "}", "\"", "'", " ", "#", "set:a", "\\", "$", "é");
    return Combinators.combine(seed, sting, Arbitraries.strings().ofMaxLength(2))
        .as((good, bad, any) -> good + bad + (bad.isEmpty() ? "" : any));
  }

  @Property
  void files_have_their_own_lines_only(
      @ForAll("hostile") String name,
      @ForAll("hostile") String mac,
      @ForAll("hostile") String address) {
    machine(name, mac, address).ifPresent(WrittenFilesPropertiesTest::check);
    machine(name, "00:16:3E:00:00:05", "192.168.5.105")
        .ifPresent(WrittenFilesPropertiesTest::check);
  }

  private static Optional<BareHost> machine(String name, String mac, String address) {
    try {
      return Optional.of(Machines.named(name, mac, address));
    } catch (InvalidValue refused) {
      return Optional.empty();
    }
  }

  private static void check(BareHost machine) {
    assertThat(Dnsmasq.line(machine)).matches("[0-9a-f:]{17},[0-9.]{7,15},[a-z0-9-]{1,63}\n");
    assertThat(Dhcpd.block(machine))
        .matches(
            "host [a-z0-9-]+ \\{\n  hardware ethernet [0-9a-f:]{17};\n  fixed-address [0-9.]+;\n"
                + "  option host-name \"[a-z0-9-]+\";\n}\n");
    List<KernelParameter> parameters = List.of(KernelParameter.parse("quiet"));
    assertThat(new Pxelinux(MENU).installer(machine, parameters).lines()).hasSize(7);
    assertThat(new Ipxe(MENU).installer(machine, parameters).lines()).hasSize(5);
    assertThat(new Pxelinux(MENU).menu(machine.mac()).name()).matches("01(-[0-9a-f]{2}){6}");
  }
}
