package org.xsm.connectors.xen;

import java.util.List;
import java.util.stream.Collectors;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.site.HostAddress;

/** What it takes to act on hosts. */
record Tools(HostShell shell, Toolstacks toolstacks, Limits limits) {
  Operations operations() {
    return new Operations(shell);
  }

  Toolstack toolstack(Target target) throws HostTrouble {
    return toolstacks.of(target.host());
  }

  /** Looks for the VM's domains: none, one, or more while something is going on. */
  List<Domain> look(Target target) throws HostTrouble {
    return domains(target.host()).stream().filter(domain -> isOf(target, domain)).toList();
  }

  /** Looks for all domains of a host. */
  List<Domain> domains(HostAddress host) throws HostTrouble {
    Toolstack toolstack = toolstacks.of(host);
    ShellScript look = toolstack.lookAtDomains(limits.look().toSeconds());
    return toolstack.readDomains(host, shell.run(host, look, limits.look()));
  }

  static boolean isOf(Target target, Domain domain) {
    return domain.uuid().filter(target.uuid()::equals).isPresent();
  }

  /** What was seen, for a message: {@code domain 14 'vm1' is paused}. */
  static String describe(List<Domain> domains) {
    return domains.isEmpty()
        ? "no domain with its UUID is there"
        : domains.stream().map(Tools::describe).collect(Collectors.joining(", "));
  }

  private static String describe(Domain domain) {
    return "domain %d '%s' is %s%s"
        .formatted(
            domain.id(),
            ToolText.line(domain.name()),
            domain.state().label().replace('-', ' '),
            domain.memory() == 0 ? " and has no memory" : "");
  }
}
