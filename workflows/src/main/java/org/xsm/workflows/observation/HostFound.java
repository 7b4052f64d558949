package org.xsm.workflows.observation;

import java.util.List;
import java.util.Objects;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostAddress;

/** What one host answered when it was asked, or that it did not. */
public sealed interface HostFound {
  HostAddress address();

  /** The word that pages and the API use. */
  String label();

  /**
   * The host answered.
   *
   * @param toolstack what drives Xen there, {@code xl} or {@code xm}, with Xen's version: {@code xl
   *     4.17.5}
   * @param cpus number of physical processors
   * @param totalMemory memory of the machine in MiB
   * @param freeMemory memory in MiB that Xen could give to a guest now
   * @param domains every guest domain, without Domain-0
   */
  record Up(
      HostAddress address,
      String toolstack,
      int cpus,
      int totalMemory,
      int freeMemory,
      List<Domain> domains)
      implements HostFound {
    public Up {
      Objects.requireNonNull(address);
      Objects.requireNonNull(toolstack);
      domains = List.copyOf(domains);
    }

    @Override
    public String label() {
      return "up";
    }
  }

  /**
   * The host did not answer, or not so that it could be understood. It is never taken for empty.
   *
   * @param reason why, for a person: what was tried and what to look at
   * @param trouble which kind of trouble that is; none is known of what was kept before kinds were
   */
  record Unknown(HostAddress address, String reason, TroubleKind trouble) implements HostFound {
    public Unknown {
      Objects.requireNonNull(address);
      Objects.requireNonNull(reason);
      trouble = Objects.requireNonNullElse(trouble, TroubleKind.UNREACHABLE);
    }

    /** Why, with the host's name, once. */
    public String explanation() {
      return address.naming(reason);
    }

    /** It does not answer. */
    public Unknown(HostAddress address, String reason) {
      this(address, reason, TroubleKind.UNREACHABLE);
    }

    @Override
    public String label() {
      return "unknown";
    }
  }
}
