package org.xsm.workflows.command;

import java.util.Objects;
import org.xsm.workflows.site.HostAddress;

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

  /** Brings the running guest to this number of VCPUs. Done when its host lists that many. */
  record SetVcpus(Target target, int vcpus) implements Command {}

  /**
   * Brings the running guest to this memory in MiB. Done when its host lists that much; a guest
   * takes its time to follow.
   */
  record SetMemory(Target target, int memory) implements Command {}

  /**
   * Looks whether the guest could be migrated now: both hosts answer with toolstacks of one family,
   * the name is free on the other, which has the memory and every bridge and disk that the guest
   * config names. Changes nothing.
   *
   * @param target the VM on the host that it leaves
   * @param memory memory of the guest in MiB. What Xen takes beside is left to the plan, which has
   *     proved room for it whatever it is; a check that asked for a fixed sum would refuse a host
   *     that a guest with less of it has just left.
   */
  record CheckMigration(Target target, HostAddress to, int memory) implements Command {}

  /**
   * Migrates the running guest. Judged by both hosts: done when a domain with this UUID runs on the
   * other host and none is left here. What an earlier try has left behind there is cleaned up
   * first, where it is certain that the guest runs here.
   *
   * @param target the VM on the host that it leaves
   * @param memory memory of the guest in MiB, from which the time is reckoned that it may take
   */
  record MigrateVm(Target target, HostAddress to, int memory) implements Command {}
}
