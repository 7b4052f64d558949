package org.xsm.engine.commandline.watch;

import com.fasterxml.jackson.databind.JsonNode;

/** How a run is shown while it is watched. */
interface View {
  /** The run has changed. */
  void show(JsonNode run);

  /** Something about the watching itself, such as that the manager does not answer. */
  void note(String text);

  /** The last look at it; it has ended, or the time is over. */
  void end(JsonNode run);
}
