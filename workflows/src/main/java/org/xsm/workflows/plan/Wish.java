package org.xsm.workflows.plan;

import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/**
 * A VM that the file wants.
 *
 * @param vm as it is wanted; adopted where it has been adopted before
 * @param last as we made it; empty for a VM that is new to us
 */
record Wish(SetName set, Vm vm, UUID uuid, Optional<UndertakenVm> last) {}
