package org.xsm.connectors.xen;

import java.nio.charset.StandardCharsets;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.VmName;

/**
 * A file of ours on a host.
 *
 * @param folder below our directory there
 * @param back whether it is read back when it was written
 */
record OurFile(String folder, String name, boolean back) {
  private static final String WRITE = ShellScript.load(OurFile.class, "write-file.sh");

  /** Of a VM, which is read back. */
  static OurFile guestConfig(VmName vm) {
    return new OurFile("guests", vm + ".cfg", true);
  }

  /** The copy of a set's site file. */
  static OurFile site(SetName set) {
    return new OurFile("sites", set + ".xml", false);
  }

  /** Puts this text there, whole or not at all. */
  ShellScript script(String text) {
    String size = Integer.toString(text.getBytes(StandardCharsets.UTF_8).length);
    return ShellScript.of(WRITE, folder, name, size, back ? "back" : "").withInput(text);
  }
}
