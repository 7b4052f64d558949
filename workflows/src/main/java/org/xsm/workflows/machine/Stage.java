package org.xsm.workflows.machine;

import java.util.Locale;

/** How far a bare machine has come on its way to a Xen host, in the order of the way. */
public enum Stage {
  /** It has an address. */
  DHCP_LEASE,
  /** It has loaded its boot loader by TFTP. */
  BOOT_LOADER,
  /** It has read its boot menu. */
  BOOT_MENU,
  /** It has loaded the installer's kernel. */
  KERNEL,
  /** It has loaded the installer's RAM disk. */
  INITRD,
  /** The installer lives. */
  INSTALLER,
  /** Its image is on the way to it. */
  TRANSFER,
  /** The image is on its disk, and configured. */
  INSTALLED,
  /** It has started from its disk. */
  LOCAL_BOOT,
  /** Its system answers on SSH. */
  SSH_UP,
  /** It answers as a Xen host. */
  XEN_UP;

  /** The word that pages and the API use: {@code dhcp-lease}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stage with this label, which is one of ours. */
  public static Stage parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public boolean isBefore(Stage other) {
    return compareTo(other) < 0;
  }
}
