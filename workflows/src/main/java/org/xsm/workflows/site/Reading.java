package org.xsm.workflows.site;

import java.util.List;

/** What came of reading a site file: a site, or everything that is wrong with the file. */
public sealed interface Reading {
  /** The file is in order. */
  record Readable(Site site) implements Reading {}

  /** The file cannot be taken; nothing of it is done. */
  record Unreadable(List<Problem> problems) implements Reading {
    public Unreadable {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalStateException("a file without problems is readable");
      }
    }
  }
}
