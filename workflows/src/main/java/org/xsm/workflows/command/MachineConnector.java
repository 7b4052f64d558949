package org.xsm.workflows.command;

/**
 * Carries out what is asked about bare machines: on the boot server (DHCP, TFTP, images) and on the
 * machines' power.
 */
public interface MachineConnector {
  /**
   * Looks, then acts where it is needed, then looks. Safe to be called again with the same command
   * at any time, also after the manager was killed in the middle of an earlier call. Blocks until
   * there is an answer.
   */
  Outcome carryOut(MachineCommand command);
}
