package org.xsm.connectors.xen.xl;

import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.Toolstack;
import org.xsm.connectors.xen.answer.Answers;

/** The dialect of {@code xl}, as seen on 4.17 and in field reports since 4.2. */
public final class XlToolstack {
  private XlToolstack() {}

  /**
   * @param carrier the command that xl shall use in place of {@code ssh} to reach the host that a
   *     VM migrates to; empty for xl's own
   */
  public static Toolstack with(String carrier) {
    return new Toolstack(
        "xl",
        ShellScript.load(XlToolstack.class, "look.sh"),
        ShellScript.load(XlToolstack.class, "domains.sh"),
        carrier,
        new Answers("xl", text -> XlListLong.parse(text).byId()),
        XlTroubles::diagnose);
  }
}
