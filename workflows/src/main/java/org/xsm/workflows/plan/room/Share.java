package org.xsm.workflows.plan.room;

/**
 * Memory of one host, as an act takes it when it begins or gives it when it is done.
 *
 * @param host its number; {@link Guest#NOWHERE} where there is nothing to take or give
 * @param memory of the guest itself, in MiB
 * @param guests how many guests (0 or 1) come or go with it, each of which costs Xen an overhead
 */
record Share(int host, int memory, int guests) {
  static final Share NOTHING = new Share(Guest.NOWHERE, 0, 0);

  /** The memory with the guest's overhead, if that is so large. */
  int with(int overhead) {
    return memory + guests * overhead;
  }
}
