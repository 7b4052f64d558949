package org.xsm.webtasks.views;

import java.util.Set;
import org.xsm.workflows.run.Drawing;

/** A drawing as the run page's script reads it. */
public record DrawingJson(String bpmn, Set<String> active, Set<String> passed, Set<String> failed) {
  public static DrawingJson of(Drawing drawing) {
    return new DrawingJson(drawing.bpmn(), drawing.active(), drawing.passed(), drawing.failed());
  }
}
