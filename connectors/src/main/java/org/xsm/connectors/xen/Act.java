package org.xsm.connectors.xen;

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
    this.text = Script.load(Act.class, "domains.sh") + Script.load(Act.class, file);
  }

  /** The script in a dialect. */
  Script in(Toolstack dialect, String... arguments) {
    return Script.of(dialect.words() + text, arguments);
  }
}
