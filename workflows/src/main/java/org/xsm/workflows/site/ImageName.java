package org.xsm.workflows.site;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a disk image on the image server, where it is a directory, a module of rsync's
 * daemon, and a part of the names of scripts.
 */
public record ImageName(String value) implements Comparable<ImageName> {
  /** Modules that SystemImager and rsync use for themselves. */
  private static final Set<String> TAKEN =
      Set.of(
          "boot",
          "casts",
          "overrides",
          "scripts",
          "torrents",
          "global",
          "autoinstall_scripts",
          "autoinstall_torrents");

  /**
   * @throws InvalidValue when the name has other characters than letters, digits and {@code _.-},
   *     or when the image server uses it for something else
   */
  public ImageName {
    Names.check("image", value);
    String lower = value.toLowerCase(Locale.ROOT);
    if (TAKEN.contains(lower) || lower.startsWith("override_") || lower.startsWith("boot-")) {
      throw new InvalidValue(
          "'" + value + "' is a name that the image server uses itself",
          "Give the image another name.");
    }
    if (lower.endsWith(".bak")) {
      throw new InvalidValue(
          "'" + value + "' would be taken for a backup and left out by the image server",
          "Give the image a name that does not end in .bak.");
    }
  }

  @Override
  public int compareTo(ImageName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
