package org.xsm.connectors.xen;

import org.xsm.connectors.ssh.ShellScript;

/**
 * The scripts that act on VMs. They are the same in every dialect: each stands behind the words of
 * one, in which it is written. Their arguments are told at the head of their files.
 */
enum Act {
  CREATE("create.sh"),
  SHUT_DOWN("shut-down.sh"),
  DESTROY("destroy.sh"),
  SET_VCPUS("set-vcpus.sh"),
  SET_MEMORY("set-memory.sh"),
  MIGRATE("migrate.sh"),
  MIGRATING("migrating.sh"),
  CLEAR("clear.sh");

  private final String text;

  Act(String file) {
    this.text = ShellScript.load(Act.class, "domains.sh") + ShellScript.load(Act.class, file);
  }

  /** The script in a dialect. */
  ShellScript in(Toolstack dialect, String... arguments) {
    return ShellScript.of(dialect.words() + text, arguments);
  }
}
