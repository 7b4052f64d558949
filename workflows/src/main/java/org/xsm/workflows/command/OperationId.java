package org.xsm.workflows.command;

import java.util.regex.Pattern;

/**
 * The name of one effect on the world. Doing it again under the same id leaves the world as doing
 * it once. Fit to be the name of a directory on a host.
 */
public record OperationId(String value) {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}");

  public OperationId {
    if (!SAFE.matcher(value).matches()) {
      throw new IllegalStateException("not an operation id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
