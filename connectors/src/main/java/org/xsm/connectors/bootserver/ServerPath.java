package org.xsm.connectors.bootserver;

import java.util.regex.Pattern;
import org.xsm.workflows.site.Printable;

/**
 * An absolute path on the boot server that is the same to every tool there: no blanks, no quotes,
 * no way up.
 */
public record ServerPath(String value) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+:-]{1,200}");
  private static final int LONGEST = 1000;

  /**
   * @throws IllegalArgumentException when it is not such a path
   */
  public ServerPath {
    boolean absolute = value.startsWith("/") && value.length() > 1 && value.length() < LONGEST;
    if (!absolute) {
      throw new IllegalArgumentException(
          "'" + Printable.of(value) + "' is not an absolute path on the boot server");
    }
    for (String name : value.substring(1).split("/", -1)) {
      if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
        throw new IllegalArgumentException(
            "the path '"
                + Printable.of(value)
                + "' may have letters, digits and '_.+:-' between single slashes, and no '..'");
      }
    }
  }

  /** A file or folder in this folder. */
  public ServerPath resolve(String name) {
    return new ServerPath(value + "/" + name);
  }

  /** The last name of the path. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
