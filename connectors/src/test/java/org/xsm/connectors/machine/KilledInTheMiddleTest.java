package org.xsm.connectors.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.LocalShell;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerShell;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.pxe.BootMenus;
import org.xsm.connectors.pxe.Machines;
import org.xsm.connectors.pxe.MenuSettings;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.systemimager.ImageServer;
import org.xsm.connectors.systemimager.ImageSettings;
import org.xsm.workflows.command.Transfer;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.TransferMethod;

/**
 * A script that is killed in front of any of its lines, and the same command once more, leave the
 * boot server as the command alone.
 */
class KilledInTheMiddleTest {
  private static final BareHost XEN5 = Machines.xen(5, "192.168.5.105");

  private static final HostKey KEY =
      new HostKey("-----private-----\nkey\n-----end-----\n", "ssh-ed25519 AAAA xsm@xen5\n");

  @TempDir Path folder;

  private interface Asked {
    void carryOut(BootServer server) throws MachineTrouble;
  }

  /** Kills the shell of one call in front of one line of its script. */
  private static final class DyingShell implements ServerShell {
    private final ServerShell shell = new LocalShell(Duration.ofSeconds(20));
    private final int deadlyCall;
    private final int deadlyLine;
    private int calls;
    private boolean died;

    private DyingShell(int deadlyCall, int deadlyLine) {
      this.deadlyCall = deadlyCall;
      this.deadlyLine = deadlyLine;
    }

    @Override
    public String place() {
      return shell.place();
    }

    @Override
    public Said run(List<String> command, String input) throws MachineTrouble {
      List<String> words = new ArrayList<>(command);
      List<String> lines = new ArrayList<>(command.get(2).lines().toList());
      if (calls++ == deadlyCall && deadlyLine <= lines.size()) {
        lines.add(deadlyLine, "kill -9 $$");
        words.set(2, String.join("\n", lines) + "\n");
        died = true;
      }
      return shell.run(words, input);
    }
  }

  private static BootServer healthy() {
    return new BootServer(new LocalShell(Duration.ofSeconds(20)));
  }

  private void layOut() throws IOException {
    try (Stream<Path> old = Files.walk(folder)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
    for (String name : List.of("images/xen-base/etc", "overrides", "scripts", "etc/rsync_stubs")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.createDirectories(folder.resolve("tftp/pxelinux.cfg"));
    for (String name :
        List.of("scripts/xen-base.master", "tftp/pxelinux.0", "tftp/ldlinux.c32", "tftp/kernel")) {
      Files.writeString(folder.resolve(name), "there");
    }
    Files.writeString(folder.resolve("tftp/initrd.img"), "there");
    Files.writeString(folder.resolve("etc/flamethrower.conf"), "BROADCAST = off\n");
  }

  /** All there is, but for locks and for what is cleared away after a while. */
  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> !isHidden(path)).toList()) {
        String text =
            Files.isSymbolicLink(path)
                ? "-> " + Files.readSymbolicLink(path)
                : Files.isRegularFile(path) ? Files.readString(path) : "folder";
        all.put(folder.relativize(path).toString(), text);
      }
    }
    return all;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private ImageServer images(BootServer server) {
    return new ImageServer(
        server,
        new ImageSettings(
            ImageSettings.Installer.SYSTEMIMAGER,
            folder.toString(),
            folder.resolve("etc").toString(),
            "192.168.5.2",
            "",
            24,
            "",
            9000,
            ""),
        CastSettings.defaults());
  }

  private BootMenus menus(BootServer server) {
    return new BootMenus(
        server,
        new MenuSettings(
            MenuSettings.Kind.PXELINUX,
            folder.resolve("tftp").toString(),
            "kernel",
            "initrd.img",
            MenuSettings.LocalBoot.NEXT_DEVICE,
            List.of()));
  }

  private void everywhere(Asked before, Asked asked) throws Exception {
    layOut();
    before.carryOut(healthy());
    asked.carryOut(healthy());
    TreeMap<String, String> alone = everything();
    int deaths = 0;
    for (int call = 0; call < 4; call++) {
      boolean died = true;
      for (int line = 0; died; line++) {
        layOut();
        before.carryOut(healthy());
        died = dies(asked, new DyingShell(call, line));
        asked.carryOut(healthy());
        assertThat(everything()).as("call %d killed at line %d", call, line).isEqualTo(alone);
        deaths += died ? 1 : 0;
      }
    }
    assertThat(deaths).isGreaterThan(20);
  }

  private static boolean dies(Asked asked, DyingShell shell) {
    try {
      asked.carryOut(new BootServer(shell));
    } catch (MachineTrouble killed) {
      return shell.died;
    }
    return shell.died;
  }

  @Test
  void while_an_image_is_assigned() throws Exception {
    everywhere(
        server -> {},
        server -> images(server).assign(XEN5, Machines.cast(TransferMethod.MULTICAST), KEY));
  }

  @Test
  void while_an_image_is_withdrawn() throws Exception {
    everywhere(
        server -> images(server).assign(XEN5, Transfer.UNICAST, KEY),
        server -> images(server).withdraw(XEN5));
  }

  @Test
  void while_a_boot_menu_is_changed() throws Exception {
    everywhere(
        server -> menus(server).offerInstaller(XEN5, List.of()),
        server -> menus(server).offerLocalBoot(XEN5));
  }

  @Test
  void while_a_boot_menu_is_withdrawn() throws Exception {
    everywhere(
        server -> menus(server).offerInstaller(XEN5, List.of()),
        server -> menus(server).withdraw(XEN5));
  }
}
