package org.xsm.connectors.xen.xm;

import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Toolstack;
import org.xsm.connectors.xen.answer.Answers;

/** The dialect of {@code xm}, as it stands in xend's sources and field reports of 3.x and 4.x. */
public final class XmToolstack {
  private XmToolstack() {}

  /** The two xends of a migration speak with each other themselves, so nothing carries it. */
  public static Toolstack toolstack() {
    return new Toolstack(
        "xm",
        ShellScript.load(XmToolstack.class, "look.sh"),
        ShellScript.load(XmToolstack.class, "domains.sh"),
        "",
        new Answers("xm", text -> XmListLong.parse(text).byId()),
        XmTroubles::diagnose);
  }
}
