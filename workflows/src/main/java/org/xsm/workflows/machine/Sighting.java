package org.xsm.workflows.machine;

import java.util.Objects;
import java.util.OptionalInt;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.site.MacAddress;

/** What a line of a server's log tells about a bare machine. When it was, only the reader knows. */
public sealed interface Sighting {
  /** Which machine it was. */
  Trace trace();

  /**
   * It has come this far.
   *
   * @param percent how much of its image it has, where that is told
   */
  record Reached(Trace trace, Stage stage, OptionalInt percent, Witness witness)
      implements Sighting {
    public Reached {
      Objects.requireNonNull(trace);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(percent);
      Objects.requireNonNull(witness);
    }

    public Reached(Trace trace, Stage stage, Witness witness) {
      this(trace, stage, OptionalInt.empty(), witness);
    }
  }

  /**
   * It cannot come this far.
   *
   * @param cause why, and what to look at, in one sentence
   */
  record Failed(Trace trace, Stage stage, String cause, Witness witness) implements Sighting {
    public Failed {
      Objects.requireNonNull(trace);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(cause);
      Objects.requireNonNull(witness);
    }
  }

  /**
   * It says what it has received, before it says that it is installed.
   *
   * @param receipt of its image
   */
  record Received(Trace trace, Receipt receipt, Witness witness) implements Sighting {
    public Received {
      Objects.requireNonNull(trace);
      Objects.requireNonNull(receipt);
      Objects.requireNonNull(witness);
    }
  }

  /**
   * It asked for an address and was given none: a machine that nobody has declared, or one whose
   * reservation the DHCP server does not have.
   *
   * @param reason the server's own words
   */
  record Unanswered(MacAddress mac, String reason) implements Sighting {
    public Unanswered {
      Objects.requireNonNull(mac);
      Objects.requireNonNull(reason);
    }

    @Override
    public Trace trace() {
      return Trace.of(mac);
    }
  }
}
