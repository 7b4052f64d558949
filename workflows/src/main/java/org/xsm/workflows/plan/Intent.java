package org.xsm.workflows.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Vm;

/** What is to become of one VM, before it is known when there is memory for it. */
sealed interface Intent {
  SetName set();

  UUID uuid();

  /** The VM as it is to be; or as it is, when it is retired. */
  Vm vm();

  /** The VM is not there and is started. */
  record Create(SetName set, UUID uuid, Vm vm, String config) implements Intent {}

  /** The VM may be on a host that does not answer, and is started elsewhere once that is off. */
  record Fence(SetName set, UUID uuid, Vm vm, HostAddress from, String config) implements Intent {}

  /**
   * The VM is there and is not wanted.
   *
   * @param held what it holds of its host's memory, in MiB
   */
  record Retire(SetName set, UUID uuid, Vm vm, int held) implements Intent {}

  /**
   * The VM is there and is not as it is wanted.
   *
   * @param now the VM as it is, with the size that it has
   * @param held what it holds of its host's memory, in MiB
   * @param configNow the guest config that it runs by, as far as that is known
   * @param config the guest config that it is to have
   * @param reshape how it gets its size and config; empty when only its host changes
   * @param travel how it gets to its host; empty when it is there
   * @param differences old → new values
   */
  record Change(
      SetName set,
      UUID uuid,
      Vm vm,
      Vm now,
      int held,
      String configNow,
      String config,
      Optional<Manner> reshape,
      Optional<Manner> travel,
      List<String> differences)
      implements Intent {}
}
