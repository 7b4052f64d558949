package org.xsm.routes.xml;

import java.util.List;
import java.util.Optional;
import org.xsm.workflows.site.Problem;

/**
 * What could be read of a file, and what is wrong with it as XML.
 *
 * @param root the root element as far as it could be read; empty where there was none
 */
public record RawDocument(Optional<RawElement> root, List<Problem> problems) {
  public RawDocument {
    problems = List.copyOf(problems);
  }
}
