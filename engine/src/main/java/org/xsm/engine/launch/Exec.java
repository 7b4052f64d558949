package org.xsm.engine.launch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.StringArray;
import java.io.IOException;

/** Replaces the running process by another program, which Java itself cannot do. */
final class Exec {
  /** The C library, as far as it is needed. */
  interface C extends Library {
    /** See {@code execv(3)}; returns only when it has failed. */
    int execv(String program, StringArray words);
  }

  private Exec() {}

  /**
   * Goes on as this program; never returns.
   *
   * @throws IOException when the system refuses
   */
  static void become(CommandLine line) throws IOException {
    C c = Native.load("c", C.class);
    c.execv(line.program().toString(), new StringArray(line.words().toArray(String[]::new)));
    throw new IOException("execv of " + line.program() + ": error " + Native.getLastError());
  }
}
