package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.plan.Domains.Located;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.Vm;

/** Decides about a VM that we had undertaken and that its set does not name any more. */
record Retiring(Identity identity, Domains domains, Findings findings) {
  Optional<Intent.Retire> letGo(UndertakenVm last) {
    UUID uuid = identity.of(last.set(), last.vm());
    List<Located> located = domains.locate(uuid);
    if (located.size() > 1) {
      findings.add(last.vm(), Advice.twice(located));
      return Optional.empty();
    }
    if (located.isEmpty()) {
      last.hosts().forEach(host -> freeze(last.vm(), host));
      return Optional.empty();
    }
    Located there = located.get(0);
    Vm vm = last.vm().at(there.host());
    return Optional.of(new Intent.Retire(last.set(), uuid, vm, there.domain().memory()));
  }

  private void freeze(Vm vm, HostAddress host) {
    domains
        .whyUnknown(host)
        .ifPresent(why -> findings.add(vm, Advice.unknown("is not retired: ", why)));
  }
}
