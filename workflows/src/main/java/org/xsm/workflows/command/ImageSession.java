package org.xsm.workflows.command;

import java.util.Objects;
import java.util.regex.Pattern;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.TransferMethod;

/**
 * Machines that get one image together, each by the same cast.
 *
 * @param id the session's name, which no other session has; fit to stand in a file name
 * @param method a cast: multicast or broadcast
 * @param machines how many it is for
 */
public record ImageSession(String id, ImageName image, TransferMethod method, int machines) {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");

  public ImageSession {
    Objects.requireNonNull(image);
    if (!SAFE.matcher(id).matches()) {
      throw new IllegalStateException("not the id of a session: " + id);
    }
    if (!method.isCast()) {
      throw new IllegalStateException("nobody joins a session by " + method.label());
    }
    if (machines < 1) {
      throw new IllegalStateException("a session for nobody: " + id);
    }
  }

  /** The same session within what has this name, so that sessions of two runs are two. */
  public ImageSession within(String name) {
    return new ImageSession(name + "." + id, image, method, machines);
  }
}
