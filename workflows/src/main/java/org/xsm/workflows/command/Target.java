package org.xsm.workflows.command;

import java.util.Objects;
import java.util.UUID;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/**
 * What a command is about: this VM on this host, under this operation id.
 *
 * @param uuid the VM's identity; a domain of the same name with another UUID is somebody else's
 */
public record Target(OperationId operation, HostAddress host, VmName vm, UUID uuid) {
  public Target {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(host);
    Objects.requireNonNull(vm);
    Objects.requireNonNull(uuid);
  }
}
