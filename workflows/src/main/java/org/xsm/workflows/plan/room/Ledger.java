package org.xsm.workflows.plan.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Turns an order of acts into a graph: an act waits for its guest's act before, and for the acts
 * whose memory it takes.
 *
 * <p>Kept twice, as {@link Placement} does: once as if a guest cost nothing beyond its own memory,
 * and once as if it cost the whole overhead. An act waits for what it needs in either.
 */
final class Ledger {
  private final int overhead;
  private final List<Chunks> lean;
  private final List<Chunks> full;

  private Ledger(List<Host> hosts, int overhead) {
    this.overhead = overhead;
    this.lean = hosts.stream().map(host -> new Chunks(host.free())).toList();
    this.full = hosts.stream().map(host -> new Chunks(host.free())).toList();
  }

  static List<Scheduled> schedule(List<Transfer> transfers, List<Host> hosts, int overhead) {
    Ledger ledger = new Ledger(hosts, overhead);
    Map<Integer, Integer> latest = new HashMap<>();
    List<Scheduled> scheduled = new ArrayList<>(transfers.size());
    for (int number = 0; number < transfers.size(); number++) {
      Transfer transfer = transfers.get(number);
      SortedSet<Integer> waits = new TreeSet<>();
      Integer before = latest.put(transfer.act().guest(), number);
      if (before != null) {
        waits.add(before);
      }
      ledger.take(transfer.takes(), waits);
      ledger.give(transfer.gives(), number);
      scheduled.add(new Scheduled(transfer.act(), List.copyOf(waits)));
    }
    return scheduled;
  }

  private void take(Share share, SortedSet<Integer> waits) {
    if (share.host() != Guest.NOWHERE) {
      full.get(share.host()).take(share.with(overhead), waits);
      lean.get(share.host()).take(share.memory(), waits);
    }
  }

  private void give(Share share, int giver) {
    if (share.host() != Guest.NOWHERE) {
      lean.get(share.host()).give(giver, share.memory());
      full.get(share.host()).give(giver, share.with(overhead));
    }
  }
}
