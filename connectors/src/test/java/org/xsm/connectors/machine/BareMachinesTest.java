package org.xsm.connectors.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xsm.connectors.ConnectorsConfiguration;
import org.xsm.connectors.pxe.DhcpServer;
import org.xsm.connectors.pxe.Dhcpd;
import org.xsm.connectors.pxe.Machines;
import org.xsm.workflows.Home;
import org.xsm.workflows.command.BootDevice;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.MachineConnector;
import org.xsm.workflows.command.MachineTarget;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.command.TroubleKind;

/** The column's port for bare machines, with a boot server in a folder of this machine. */
class BareMachinesTest {
  private static final MachineTarget XEN5 =
      new MachineTarget(new OperationId("run.xen5"), Machines.xen(5, "127.9.9.9"));

  private static final List<MachineCommand> COMMANDS =
      List.of(
          new MachineCommand.ReserveAddress(XEN5),
          new MachineCommand.ReleaseAddress(XEN5),
          new MachineCommand.OfferInstaller(XEN5, Transfer.UNICAST),
          new MachineCommand.OfferLocalBoot(XEN5),
          new MachineCommand.WithdrawBoot(XEN5),
          new MachineCommand.AssignImage(XEN5, Transfer.UNICAST),
          new MachineCommand.CheckReceipt(
              XEN5, Transfer.UNICAST, new Receipt(Receipt.Way.UNICAST, "ab".repeat(32))),
          new MachineCommand.WithdrawImage(XEN5),
          new MachineCommand.PowerOn(XEN5, BootDevice.NETWORK),
          new MachineCommand.PowerCycle(XEN5, BootDevice.NETWORK),
          new MachineCommand.PowerOff(XEN5));

  @TempDir Path folder;

  @BeforeEach
  void furnish() throws Exception {
    for (String name :
        List.of("hosts", "tftp/pxelinux.cfg", "si/images/xen-base/etc", "si/overrides")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.createDirectories(folder.resolve("si/scripts"));
    Files.createDirectories(folder.resolve("etc/rsync_stubs"));
    Files.writeString(folder.resolve("si/scripts/xen-base.master"), "#!/bin/sh\n");
    for (String name : List.of("pxelinux.0", "ldlinux.c32", "kernel", "initrd.img")) {
      Files.writeString(folder.resolve("tftp").resolve(name), "there");
    }
  }

  private ApplicationContextRunner real(String... settings) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
        .withUserConfiguration(ConnectorsConfiguration.class)
        .withBean(Home.class, () -> new Home(folder.resolve("home")))
        .withPropertyValues("xsm.hosts.mode=real", "xsm.boot.watch.interval=1h")
        .withPropertyValues(settings);
  }

  private String[] site() {
    return new String[] {
      "xsm.boot.dhcp.hosts=" + folder.resolve("hosts"),
      "xsm.boot.dhcp.pid-file=" + folder.resolve("pid"),
      "xsm.boot.menu.tftp-root=" + folder.resolve("tftp"),
      "xsm.boot.menu.kernel=kernel",
      "xsm.boot.menu.initrd=initrd.img",
      "xsm.boot.images.directory=" + folder.resolve("si"),
      "xsm.boot.images.configuration=" + folder.resolve("etc"),
      "xsm.boot.images.server=192.168.5.2",
    };
  }

  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return all;
  }

  @Test
  void every_command_is_known() {
    List<String> known =
        List.of(
            "ReserveAddress",
            "ReleaseAddress",
            "OfferInstaller",
            "OfferLocalBoot",
            "WithdrawBoot",
            "AssignImage",
            "CheckReceipt",
            "WithdrawImage",
            "PowerOn",
            "PowerCycle",
            "PowerOff");
    assertThat(
            Arrays.stream(MachineCommand.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(known);
    real(site())
        .run(
            context -> {
              MachineConnector machines = context.getBean(MachineConnector.class);
              for (MachineCommand command : COMMANDS) {
                assertThat(machines.carryOut(command)).as("%s", command).isNotNull();
              }
            });
  }

  @Test
  void a_machine_is_assigned_its_image_and_offered_the_installer_and_then_its_disk() {
    real(site())
        .run(
            context -> {
              MachineConnector machines = context.getBean(MachineConnector.class);
              done(machines, new MachineCommand.AssignImage(XEN5, Transfer.UNICAST));
              done(machines, new MachineCommand.OfferInstaller(XEN5, Transfer.UNICAST));
              TreeMap<String, String> once = everything();
              assertThat(once.get("tftp/pxelinux.cfg/01-00-16-3e-00-00-05"))
                  .contains("IMAGESERVER=192.168.5.2", "IMAGENAME=xen-base", "HOSTNAME=xen5");
              done(machines, new MachineCommand.AssignImage(XEN5, Transfer.UNICAST));
              done(machines, new MachineCommand.OfferInstaller(XEN5, Transfer.UNICAST));
              assertThat(everything()).isEqualTo(once);

              done(machines, new MachineCommand.OfferLocalBoot(XEN5));
              assertThat(everything().get("tftp/pxelinux.cfg/01-00-16-3e-00-00-05"))
                  .contains("LOCALBOOT");
              done(machines, new MachineCommand.WithdrawBoot(XEN5));
              assertThat(once.get("home/ssh/known_hosts")).startsWith("127.9.9.9 ssh-ed25519 ");
              assertThat(once.get("si/overrides/xen5/etc/ssh/ssh_host_ed25519_key"))
                  .isEqualTo(once.get("home/secrets/hosts/xen5/ssh_host_ed25519_key"));
              done(machines, new MachineCommand.WithdrawImage(XEN5));
              assertThat(everything())
                  .containsEntry("home/ssh/known_hosts", "")
                  .containsKey("home/secrets/hosts/xen5/ssh_host_ed25519_key")
                  .doesNotContainKey("si/overrides/xen5/etc/ssh/ssh_host_ed25519_key");
            });
  }

  private static void done(MachineConnector machines, MachineCommand command) {
    assertThat(machines.carryOut(command)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void trouble_says_what_was_being_done_to_which_machine() {
    real(site())
        .run(
            context ->
                assertThat(
                        context
                            .getBean(MachineConnector.class)
                            .carryOut(new MachineCommand.ReserveAddress(XEN5)))
                    .isInstanceOfSatisfying(
                        Outcome.Trouble.class,
                        trouble -> {
                          assertThat(trouble.kind()).isEqualTo(TroubleKind.INTERRUPTED);
                          assertThat(trouble.text())
                              .startsWith("Reserving the address of xen5: dnsmasq does not run");
                        }));
  }

  @Test
  void a_boot_server_that_is_another_machine_is_where_images_come_from() {
    String[] settings = site();
    settings[settings.length - 1] = "xsm.boot.server.address=127.9.9.8";
    real(settings)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(MachineConnector.class)
                            .carryOut(new MachineCommand.OfferInstaller(XEN5, Transfer.UNICAST)))
                    .isInstanceOfSatisfying(
                        Outcome.Trouble.class,
                        trouble -> {
                          assertThat(trouble.kind()).isEqualTo(TroubleKind.UNREACHABLE);
                          assertThat(trouble.text()).contains("127.9.9.8");
                        }));
  }

  @Test
  void nothing_needs_to_be_set_and_the_dhcp_server_can_be_chosen() {
    real().run(context -> assertThat(context).hasSingleBean(MachineConnector.class));
    real("xsm.boot.dhcp.server=dhcpd", "xsm.boot.menu.loader=ipxe")
        .run(context -> assertThat(context).getBean(DhcpServer.class).isInstanceOf(Dhcpd.class));
  }

  @Test
  void settings_that_cannot_be_are_refused_at_the_start() {
    for (String wrong :
        List.of(
            "xsm.boot.server.address=bootserver",
            "xsm.boot.dhcp.hosts=../hosts",
            "xsm.boot.menu.kernel=../kernel",
            "xsm.boot.menu.parameters=a;reboot",
            "xsm.boot.images.prefix=32",
            "xsm.boot.images.multicast-port=9001",
            "xsm.boot.power.wake-interface=eth0;id",
            "xsm.boot.power.user=-U",
            "xsm.boot.watch.interval=0s",
            "xsm.boot.watch.rsync-log=../log",
            "xsm.boot.watch.monitor-address=here",
            "xsm.boot.watch.monitor-port=0")) {
      real(wrong).run(context -> assertThat(context).as(wrong).hasFailed());
    }
  }
}
