package org.xsm.workflows.machine;

/** Who tells that a machine was seen, which says how far it can be believed. */
public enum Witness {
  /** The DHCP server has given an address. Anybody on the segment may use any MAC. */
  DHCP,
  /** The TFTP server has sent a file to an address. */
  TFTP,
  /** The image server was asked for something by an address. */
  RSYNC,
  /**
   * Somebody at an address says so himself, without proof. Good for showing progress; nothing is to
   * be decided by it that another witness could not confirm.
   */
  MONITOR
}
