package org.xsm.workflows.run;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.Site;

/** Where site files come in, and where the running site is asked for. */
public interface SiteDesk {
  /** Reads the file and begins a run, exactly once per claim; returns when the run is stored. */
  Submission submit(SubmittedFile file);

  /** The files that were refused lately, newest first, at most 20. */
  List<Refusal> refusals();

  /** Reads the file, looks at the hosts and plans; changes nothing. */
  Preview preview(byte[] content);

  /** The site as it is wanted now: what the last applied files say. */
  Site wanted();

  /** What every known host answered when it was last asked, sorted by address. */
  List<HostFound> found();

  /** Asks all known hosts again and remembers their answers. */
  void refresh();

  /** The content that a run was begun with. */
  Optional<byte[]> findFile(RunId run);
}
