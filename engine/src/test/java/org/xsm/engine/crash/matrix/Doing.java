package org.xsm.engine.crash.matrix;

/**
 * What a scene does to one VM.
 *
 * @param from address of the host where the VM is before
 * @param to address of the host where it is afterwards; the same unless it moves
 */
record Doing(String vm, String from, String to) {
  static Doing at(String vm, String host) {
    return new Doing(vm, host, host);
  }
}
