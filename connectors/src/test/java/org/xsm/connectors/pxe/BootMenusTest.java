package org.xsm.connectors.pxe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

class BootMenusTest {
  private static final BareHost XEN5 = Machines.xen(5, "192.168.5.105");
  private static final List<KernelParameter> PARAMETERS =
      List.of(KernelParameter.parse("IMAGESERVER=192.168.5.2"), KernelParameter.parse("quiet"));

  @TempDir Path tftp;
  private Path menu;

  @BeforeEach
  void furnish() throws Exception {
    for (String file : List.of("pxelinux.0", "ldlinux.c32", "xsm/kernel", "xsm/initrd.img")) {
      Files.createDirectories(tftp.resolve(file).getParent());
      Files.writeString(tftp.resolve(file), "there");
    }
    Files.createDirectory(tftp.resolve("pxelinux.cfg"));
    Files.createDirectory(tftp.resolve("ipxe"));
    menu = tftp.resolve("pxelinux.cfg/01-00-16-3e-00-00-05");
  }

  private BootMenus menus(MenuSettings.Kind loader, MenuSettings.LocalBoot localBoot) {
    return new BootMenus(
        new BootServer(new LocalShell(Duration.ofSeconds(20))),
        new MenuSettings(
            loader,
            tftp.toString(),
            "xsm/kernel",
            "xsm/initrd.img",
            localBoot,
            List.of("console=ttyS0,115200")));
  }

  private BootMenus pxelinux() {
    return menus(MenuSettings.Kind.PXELINUX, MenuSettings.LocalBoot.NEXT_DEVICE);
  }

  @Test
  void pxelinux_starts_the_installer_and_then_the_disk() throws Exception {
    assertThat(pxelinux().offerInstaller(XEN5, PARAMETERS).receipt())
        .contains("starts the installer", menu.toString(), "was written");
    assertThat(menu)
        .hasContent(
            """
            # Written by XSM for xen5: installs it
            DEFAULT install
            PROMPT 0
            LABEL install
            KERNEL xsm/kernel
            APPEND initrd=xsm/initrd.img IMAGESERVER=192.168.5.2 quiet console=ttyS0,115200
            IPAPPEND 2
            """);

    assertThat(pxelinux().offerLocalBoot(XEN5).receipt()).contains("disk", "was changed");
    assertThat(menu)
        .hasContent(
            """
            # Written by XSM for xen5: starts it from its disk
            DEFAULT local
            PROMPT 0
            LABEL local
            LOCALBOOT 0
            """);
    assertThat(pxelinux().offerLocalBoot(XEN5).receipt()).contains("was there already");
    assertThat(pxelinux().withdraw(XEN5).receipt()).contains("was removed");
    assertThat(pxelinux().withdraw(XEN5).receipt()).contains("was not there");
    assertThat(menu).doesNotExist();
  }

  @Test
  void ipxe_starts_the_installer_and_then_the_disk() throws Exception {
    BootMenus ipxe = menus(MenuSettings.Kind.IPXE, MenuSettings.LocalBoot.NEXT_DEVICE);
    Path script = tftp.resolve("ipxe/00-16-3e-00-00-05.ipxe");
    ipxe.offerInstaller(XEN5, PARAMETERS);
    assertThat(script)
        .hasContent(
            """
            #!ipxe
            # Written by XSM for xen5: installs it
            kernel /xsm/kernel initrd=initrd.img BOOTIF=01-${netX/mac:hexhyp} IMAGESERVER=192.168.5.2 quiet console=ttyS0,115200
            initrd /xsm/initrd.img
            boot
            """);

    ipxe.offerLocalBoot(XEN5);

    assertThat(Files.readString(script)).startsWith("#!ipxe\n").contains("sanboot");
    ipxe.withdraw(XEN5);
    assertThat(script).doesNotExist();
  }

  @Test
  void an_installer_that_could_not_start_is_not_offered() throws Exception {
    Files.delete(tftp.resolve("xsm/kernel"));
    Files.writeString(tftp.resolve("ldlinux.c32"), "");
    assertThatThrownBy(() -> pxelinux().offerInstaller(XEN5, PARAMETERS))
        .isInstanceOfSatisfying(
            MachineTrouble.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(TroubleKind.BAD_CONFIG))
        .hasMessageContainingAll("xsm/kernel", "ldlinux.c32");
    assertThat(menu).doesNotExist();
  }

  @Test
  void the_way_to_the_disk_can_be_chosen() throws Exception {
    menus(MenuSettings.Kind.PXELINUX, MenuSettings.LocalBoot.ERROR).offerLocalBoot(XEN5);
    assertThat(menu).content().contains("LOCALBOOT -1");
    assertThatThrownBy(
            () ->
                menus(MenuSettings.Kind.PXELINUX, MenuSettings.LocalBoot.CHAIN)
                    .offerLocalBoot(XEN5))
        .hasMessageContaining("chain.c32");
  }

  @Test
  void a_menu_that_somebody_else_wrote_for_the_machine_is_left() throws Exception {
    Files.writeString(menu, "DEFAULT memtest\n");
    assertThatThrownBy(() -> pxelinux().offerInstaller(XEN5, PARAMETERS))
        .isInstanceOf(MachineTrouble.class);
    assertThatThrownBy(() -> pxelinux().withdraw(XEN5)).isInstanceOf(MachineTrouble.class);
    assertThat(menu).hasContent("DEFAULT memtest\n");
  }
}
