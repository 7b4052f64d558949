package org.xsm.connectors.xen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.xen.xl.XlToolstack;
import org.xsm.connectors.xen.xm.XmToolstack;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** Knows which toolstack drives which host: as the settings say, or as the host answers. */
public final class Toolstacks {
  private final HostsSettings.Choice choice;
  private final Toolstack xl;
  private final Toolstack xm;
  private final HostShell shell;
  private final Duration limit;
  private final Map<HostAddress, Toolstack> asked = new ConcurrentHashMap<>();

  /**
   * @param limit how long a host may take to answer
   */
  public Toolstacks(HostsSettings settings, HostShell shell, Duration limit) {
    this.choice = settings.toolstack();
    this.xl = XlToolstack.with(settings.migrationSsh());
    this.xm = XmToolstack.toolstack();
    this.shell = shell;
    this.limit = limit;
  }

  Toolstack of(HostAddress host) throws HostTrouble {
    if (choice == HostsSettings.Choice.XL) {
      return xl;
    }
    if (choice == HostsSettings.Choice.XM) {
      return xm;
    }
    Toolstack known = asked.get(host);
    return known == null ? ask(host) : known;
  }

  private Toolstack ask(HostAddress host) throws HostTrouble {
    ShellScript question = ShellScript.of(ShellScript.load(Toolstacks.class, "toolstack.sh"));
    List<String> answer = shell.run(host, question, limit).words("toolstack");
    for (Toolstack each : List.of(xl, xm)) {
      if (answer.equals(List.of(each.name()))) {
        asked.put(host, each);
        return each;
      }
    }
    throw new HostTrouble(
        TroubleKind.REFUSED,
        host + " has neither xl nor xm on its PATH. Is it a Xen host, booted with Xen?");
  }
}
