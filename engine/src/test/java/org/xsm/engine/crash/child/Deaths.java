package org.xsm.engine.crash.child;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.List;
import java.util.Map;

/** Notes where this process comes by, and kills it where it is wanted to die. */
final class Deaths {
  private static final int SIGKILL = 9;

  /** The C library, as far as it is needed. */
  interface C extends Library {
    /** See {@code kill(2)}: a process that sends itself the signal 9 does not return from it. */
    int kill(int process, int signal);
  }

  private final Slate slate;
  private final C c = Native.load("c", C.class);

  Deaths(Slate slate) {
    this.slate = slate;
  }

  /** All these actions stand at this point. */
  synchronized void pass(Point point, List<Action> actions) {
    List<Passage> passages = actions.stream().map(action -> new Passage(action, point)).toList();
    slate.pass(passages);
    Map<Passage, Integer> wanted = slate.wanted();
    if (passages.stream().anyMatch(wanted::containsKey)) {
      Map<Passage, Long> passed = slate.passed();
      if (passages.stream()
          .anyMatch(at -> wanted.containsKey(at) && passed.get(at) >= wanted.get(at))) {
        slate.die(passages.stream().distinct().toList());
        c.kill(Math.toIntExact(ProcessHandle.current().pid()), SIGKILL);
      }
    }
  }
}
