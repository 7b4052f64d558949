package org.xsm.workflows.site;

/** The file format of sites: reads what a person wrote, writes what a person can read. */
public interface SiteFormat {
  /**
   * Reads a site file, with all its problems at once. Never touches anything but the bytes, in
   * bounded time and memory.
   */
  Reading read(byte[] file);

  /** Reads a file that was in order before; templates that it names may be gone by now. */
  Reading recall(byte[] file);

  /** The site as a file that {@link #read} reads back as the same site. UTF-8. */
  byte[] write(Site site);
}
