package org.xsm.workflows.plan;

import org.xsm.workflows.site.TransferMethod;

/** Decides how an image reaches machines that leave it to us ({@code AUTO}). */
@FunctionalInterface
public interface TransferChoice {
  /**
   * As was measured at 100 Mbit/s (docs/benchmarks.md): one machine is served best by unicast; from
   * two on, one cast takes no longer than it takes for one.
   */
  TransferChoice MEASURED =
      machines -> machines == 1 ? TransferMethod.UNICAST : TransferMethod.MULTICAST;

  /**
   * The method, which is not AUTO. The same answer for the same number while a plan is made.
   *
   * @param machines how many machines leave it to us that are deployed with one image; at least 1
   */
  TransferMethod choose(int machines);
}
