package org.xsm.connectors.pxe;

import java.util.Optional;
import org.xsm.connectors.bootserver.BootLog;
import org.xsm.workflows.machine.Sighting;
import org.xsm.workflows.machine.Sighting.Failed;
import org.xsm.workflows.machine.Sighting.Reached;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Trace;
import org.xsm.workflows.machine.Witness;
import org.xsm.workflows.site.Printable;

/**
 * What it means when a machine asks for a file by TFTP.
 *
 * @param kernel the installer's kernel, as the boot menus name it
 * @param initrd its RAM disk
 */
record BootFiles(String kernel, String initrd) {
  static BootFiles of(MenuSettings settings) {
    return new BootFiles(settings.kernel(), settings.initrd());
  }

  /** The file was sent to an address. */
  Optional<Sighting> sent(String path, String address) {
    return BootLog.address(address).map(to -> new Reached(Trace.of(to), stage(path), Witness.TFTP));
  }

  /**
   * The file is not there. pxelinux asks for several menus in turn, of which the last is {@code
   * default}, and for its modules at several places; only what it cannot do without counts.
   */
  Optional<Sighting> missing(String path, String address) {
    boolean otherMenu = path.contains("pxelinux.cfg/") && !path.endsWith("/default");
    if (otherMenu || path.endsWith(".c32")) {
      return Optional.empty();
    }
    Stage stage = stage(path) == Stage.BOOT_LOADER && !isLoader(path) ? Stage.KERNEL : stage(path);
    String cause =
        stage == Stage.BOOT_MENU
            ? "The TFTP server has no boot menu for it; offer it one."
            : "The TFTP server has no " + Printable.of(path) + "; put it there.";
    return failed(stage, cause, address);
  }

  /** The file was begun, and did not get there. */
  Optional<Sighting> broken(String path, String address) {
    return failed(
        stage(path),
        "Sending " + Printable.of(path) + " broke off; look at its cable and at the TFTP server.",
        address);
  }

  private static Optional<Sighting> failed(Stage stage, String cause, String address) {
    return BootLog.address(address).map(to -> new Failed(Trace.of(to), stage, cause, Witness.TFTP));
  }

  private Stage stage(String path) {
    if (("/" + path).endsWith("/" + kernel)) {
      return Stage.KERNEL;
    }
    if (("/" + path).endsWith("/" + initrd)) {
      return Stage.INITRD;
    }
    boolean menu = path.contains("pxelinux.cfg/") || path.endsWith(".ipxe");
    return menu ? Stage.BOOT_MENU : Stage.BOOT_LOADER;
  }

  private static boolean isLoader(String path) {
    return path.matches(".*\\.(0|kpxe|kkpxe|pxe|efi)");
  }
}
