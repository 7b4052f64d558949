package org.xsm.workflows.plan.room;

/** Memory that a host has not: to find out how much would have helped. */
record Extra(int host, int memory) {
  static final Extra NONE = new Extra(Guest.NOWHERE, 0);

  int on(int other) {
    return other == host ? memory : 0;
  }
}
