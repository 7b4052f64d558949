package org.xsm.workflows.site;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A virtual machine as it is wanted.
 *
 * @param host the Dom0 that it runs on
 * @param vcpus number of virtual processors, 1 to 512
 * @param memory memory in MiB, 4 to 16,777,216 (16 TiB)
 * @param adopted the UUID of the domain that the VM was before it was ours, and by which it is
 *     known from then on; a VM that we make ourselves gets its UUID from {@link Identity}
 */
public record Vm(
    VmName name,
    TemplateName template,
    HostAddress host,
    int vcpus,
    MacAddress mac,
    IpSetting ip,
    int memory,
    Optional<UUID> adopted) {
  /** Most virtual processors that Xen gives to a guest (PV: 512). */
  public static final int MOST_VCPUS = 512;

  /** Least memory of a guest, in MiB: less is surely a slip of the pen. */
  public static final int LEAST_MEMORY = 4;

  /** Most memory of a guest, in MiB: Xen's limit of 16 TiB. */
  public static final int MOST_MEMORY = 16 * 1024 * 1024;

  public Vm {
    Objects.requireNonNull(name);
    Objects.requireNonNull(template);
    Objects.requireNonNull(host);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(ip);
    Objects.requireNonNull(adopted);
    if (vcpus < 1 || vcpus > MOST_VCPUS) {
      throw new InvalidValue(
          vcpus + " virtual processors are not possible",
          "Write a number from 1 to " + MOST_VCPUS + ".");
    }
    if (memory < LEAST_MEMORY || memory > MOST_MEMORY) {
      throw new InvalidValue(
          memory + " MiB of memory are not possible",
          "Write a number of MiB from " + LEAST_MEMORY + " to " + MOST_MEMORY + ".");
    }
  }

  /** A VM that we make ourselves. */
  public Vm(
      VmName name,
      TemplateName template,
      HostAddress host,
      int vcpus,
      MacAddress mac,
      IpSetting ip,
      int memory) {
    this(name, template, host, vcpus, mac, ip, memory, Optional.empty());
  }

  /** The same VM on this host. */
  public Vm at(HostAddress other) {
    return new Vm(name, template, other, vcpus, mac, ip, memory, adopted);
  }

  /** The same VM with this many VCPUs and this memory in MiB. */
  public Vm sized(int otherVcpus, int otherMemory) {
    return new Vm(name, template, host, otherVcpus, mac, ip, otherMemory, adopted);
  }

  /** The same VM, known by this UUID since it was adopted. */
  public Vm adopting(Optional<UUID> uuid) {
    return new Vm(name, template, host, vcpus, mac, ip, memory, uuid);
  }
}
