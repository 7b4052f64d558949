package org.xsm.workflows.command;

/** From what a machine shall start when it is powered on the next time. */
public enum BootDevice {
  /** From the network, where the boot server tells it what to do. */
  NETWORK,
  /** From its own disk. */
  DISK,
  /** As its firmware is set up; the network should come first there. */
  AS_SET_UP
}
