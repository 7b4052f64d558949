package org.xsm.workflows.machine;

import java.util.Optional;

/** What most often keeps a machine from coming further, and what to look at. */
public final class LikelyCause {
  private LikelyCause() {}

  /**
   * In a sentence or two.
   *
   * @param stage the last stage that the machine has reached; empty: it was not seen at all
   */
  public static String after(Optional<Stage> stage) {
    return stage
        .map(LikelyCause::beyond)
        .orElse(
            "It has not asked for an address: it is off, starts from another device, has another"
                + " MAC, or is not on the boot server's network.");
  }

  private static String beyond(Stage stage) {
    return switch (stage) {
      case DHCP_LEASE ->
          "It has an address and has loaded nothing: the TFTP server is not running, a firewall"
              + " stands between, or the boot loader's file is missing.";
      case BOOT_LOADER ->
          "Its boot loader found no menu: the file for its MAC is missing or not readable.";
      case BOOT_MENU ->
          "It has its menu and has not loaded the kernel: the kernel's file is missing on the TFTP"
              + " server.";
      case KERNEL ->
          "The installer's RAM disk is missing on the TFTP server, or the network broke.";
      case INITRD ->
          "The installer does not report: its kernel does not know the network card, or has"
              + " panicked. Look at the machine's console.";
      case INSTALLER ->
          "It does not fetch its image: the image server does not answer, or has no such image.";
      case TRANSFER ->
          "The transfer stands still: the network or the image server is down, or the machine's"
              + " disk is full or broken.";
      case INSTALLED ->
          "It has its image and does not start from its disk: the firmware starts from the network"
              + " first, or the image has no boot loader.";
      case LOCAL_BOOT ->
          "It has started from its disk and does not answer on SSH: its network is not configured"
              + " as the file says, or sshd does not run. Look at its console.";
      case SSH_UP, XEN_UP ->
          "It answers on SSH and not as a Xen host: the image has no xl, or Xen was not started.";
    };
  }
}
