package org.xsm.connectors.xen;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;

/**
 * What both hosts of a migration say of one VM. While it is sent, and where that broke off, there
 * are halves: {@code NAME--incoming} waits on the other host, the domain here is suspended, and for
 * a moment named {@code NAME--migratedaway}. None of them runs.
 *
 * @param here its domains on the host that it leaves
 * @param there all domains of the other host
 */
record Sides(Move move, List<Domain> here, List<Domain> there) {
  Sides {
    here = List.copyOf(here);
    there = List.copyOf(there);
  }

  /** Where the guest is. */
  enum Place {
    /** It runs on the host that it leaves, and nowhere else. */
    HOME,
    /** It runs on the other host, and nowhere else. */
    ARRIVED,
    /** It is paused where it was. */
    PAUSED,
    /** It runs on both, or nobody can tell which of the two it is. */
    TWICE,
    /** It runs on neither. */
    NOWHERE
  }

  /** Looks at the other host first, so that one which arrives between the looks is not missed. */
  static Sides look(Tools tools, Move move) throws HostTrouble {
    List<Domain> there = domainsThere(tools, move);
    return new Sides(move, tools.look(move.target()), there);
  }

  /** What is asked of a host. */
  interface Question<T> {
    T ask() throws HostTrouble;
  }

  private static List<Domain> domainsThere(Tools tools, Move move) throws HostTrouble {
    return there(tools, move, () -> tools.domains(move.to()));
  }

  /** Asks the other host; where it does not answer, the trouble says what this one does. */
  static <T> T there(Tools tools, Move move, Question<T> question) throws HostTrouble {
    try {
      return question.ask();
    } catch (HostTrouble silent) {
      throw new HostTrouble(
          silent.kind(),
          "%s On %s: %s."
              .formatted(
                  silent.getMessage(), move.from(), Tools.describe(tools.look(move.target()))));
    }
  }

  Place place() {
    boolean runsHere = here.stream().anyMatch(RunningCheck::isRunning);
    boolean runsThere = ours().stream().anyMatch(RunningCheck::isRunning);
    if (runsThere) {
      return runsHere ? Place.TWICE : Place.ARRIVED;
    }
    boolean clear = ours().stream().allMatch(domain -> move.isIncoming(domain) || isDying(domain));
    if (runsHere) {
      return clear ? Place.HOME : Place.TWICE;
    }
    return clear && here.stream().anyMatch(Sides::isPaused) ? Place.PAUSED : Place.NOWHERE;
  }

  /** Whether neither host has anything of it. */
  boolean isGone() {
    return here.isEmpty() && ours().isEmpty();
  }

  /** The VM's domains on the other host. */
  List<Domain> ours() {
    return there.stream().filter(domain -> Tools.isOf(move.target(), domain)).toList();
  }

  /** The half that waits there for its memory. */
  Optional<Domain> incoming() {
    return ours().stream().filter(move::isIncoming).findFirst();
  }

  /** Somebody else's domain there that bears the name, or that of the half. */
  Optional<Domain> stranger() {
    return there.stream()
        .filter(domain -> domain.name().equals(move.vm()) || move.isIncoming(domain))
        .filter(domain -> !Tools.isOf(move.target(), domain))
        .findFirst();
  }

  /** The evidence. */
  String describe() {
    return "On %s: %s. On %s: %s."
        .formatted(move.from(), Tools.describe(here), move.to(), Tools.describe(ours()));
  }

  private static boolean isDying(Domain domain) {
    return domain.state() == DomainState.DYING;
  }

  private static boolean isPaused(Domain domain) {
    return domain.state() == DomainState.PAUSED && domain.memory() > 0;
  }
}
