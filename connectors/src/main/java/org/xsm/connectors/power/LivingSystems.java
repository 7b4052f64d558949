package org.xsm.connectors.power;

import java.time.Duration;
import java.util.regex.Pattern;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.connectors.ssh.SshRequest;
import org.xsm.workflows.site.HostAddress;

/** Asks the system that lives on a machine to reboot or to switch it off, over SSH. */
final class LivingSystems {
  private static final Pattern BOOT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Ssh ssh;
  private final Duration limit;

  /**
   * @param limit how long a system may take to answer
   */
  LivingSystems(Ssh ssh, Duration limit) {
    this.ssh = ssh;
    this.limit = limit;
  }

  /** What there is at an address. */
  sealed interface Life {}

  /**
   * A system that lets us in.
   *
   * @param bootId another one after each boot
   */
  record Alive(String bootId) implements Life {}

  /** Nothing answers. */
  record Silent(String why) implements Life {}

  /** Something answers, but not as the system that we know. */
  record Strange(String why) implements Life {}

  Life look(HostAddress address) {
    String command = "cat /proc/sys/kernel/random/boot_id";
    SshAnswer answer = ssh.run(address, SshRequest.of(command, limit));
    if (answer instanceof SshAnswer.Finished finished) {
      String id = finished.output().strip();
      return BOOT_ID.matcher(id).matches()
          ? new Alive(id)
          : new Strange(address + " does not tell when it was booted.");
    }
    SshAnswer.Failed failed = (SshAnswer.Failed) answer;
    return failed instanceof SshAnswer.Unreachable
        ? new Silent(failed.text())
        : new Strange(failed.text());
  }

  /** Asks it to reboot; it goes down a moment after it has answered. */
  void reboot(HostAddress address) {
    ask(address, "reboot");
  }

  /** Asks it to switch its machine off. */
  void switchOff(HostAddress address) {
    ask(address, "poweroff");
  }

  private void ask(HostAddress address, String what) {
    String path = "PATH=$PATH:/usr/sbin:/sbin; ";
    String command = path + "(sleep 1; " + what + ") </dev/null >/dev/null 2>&1 &";
    // Whether it was heard shows when it goes down.
    ssh.run(address, SshRequest.of(command, limit));
  }
}
