package org.xsm.webtasks.views.picture;

import java.util.List;

/**
 * A host in the picture.
 *
 * @param x of its left edge
 * @param memory the most that is taken of its memory, in words; empty where nobody knows
 * @param isTight whether next to nothing is left of it at some moment
 * @param levels how full it is, one below the other
 */
public record Column(int x, String host, String memory, boolean isTight, List<Level> levels) {
  /** How wide a column is, with the space to the next. */
  static final int PITCH = 176;

  /** How wide the part is where steps stand. */
  static final int STEPS = 128;

  /** Where memory stands, from the column's left edge. */
  static final int MEMORY_AT = 134;

  /** How wide the whole memory of a host is. */
  static final int MEMORY = 26;

  public Column {
    levels = List.copyOf(levels);
  }

  public int memoryX() {
    return x + MEMORY_AT;
  }

  public int middle() {
    return x + STEPS / 2;
  }

  /**
   * How full a host is for a while.
   *
   * @param width of what is taken, of {@value Column#MEMORY}
   */
  public record Level(int y, int height, int width, String title) {}
}
