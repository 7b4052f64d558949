package org.xsm.workflows.template;

import java.util.Objects;
import org.xsm.workflows.site.TemplateName;

/**
 * A regular Xen guest config (xl.cfg(5)) from which guest configs are made.
 *
 * @param text the file's content
 */
public record Template(TemplateName name, String text) {
  public Template {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }
}
