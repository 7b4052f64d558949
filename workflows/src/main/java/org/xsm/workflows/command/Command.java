package org.xsm.workflows.command;

import java.util.Objects;

/**
 * What a connector is asked. Every command looks before it acts, and may be given any number of
 * times.
 */
public sealed interface Command {
  Target target();

  /** Puts the VM's guest config on its host. Done when the file there has exactly this text. */
  record WriteConfig(Target target, String text) implements Command {
    public WriteConfig {
      Objects.requireNonNull(target);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Starts the VM from the guest config that lies on the host. Done when a domain with this UUID is
   * there, whoever started it. Serialised on the host, since two starts at the same moment would
   * both succeed.
   */
  record CreateVm(Target target) implements Command {}

  /** Looks whether a domain with this UUID runs. Changes nothing. */
  record CheckRunning(Target target) implements Command {}

  /**
   * Asks the guest to shut down. Done when no domain with this UUID is left; until then in
   * progress.
   */
  record ShutDownVm(Target target) implements Command {}

  /** Ends the domain with this UUID at once. Done when none is left. Its disks stay. */
  record DestroyVm(Target target) implements Command {}

  /** Takes the guest config off the host. Done when it is gone. */
  record RemoveConfig(Target target) implements Command {}
}
