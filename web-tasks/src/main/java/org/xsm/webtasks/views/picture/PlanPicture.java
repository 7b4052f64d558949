package org.xsm.webtasks.views.picture;

import java.util.List;

/**
 * What is drawn of a plan.
 *
 * @param height of the time that it spans, in pixels; what stands above it is not counted
 * @param hiddenHosts hosts that there is no room for; those with most to do are drawn
 * @param summary what the picture shows, for those who do not see it
 */
public record PlanPicture(
    int height,
    List<Scale.Tick> ticks,
    List<Column> columns,
    List<Box> boxes,
    List<Line> lines,
    int hiddenHosts,
    String summary) {
  /** Pixels for the names of the hosts. */
  public static final int HEAD = 44;

  /** Pixels for the times. */
  public static final int GUTTER = 52;

  public PlanPicture {
    ticks = List.copyOf(ticks);
    columns = List.copyOf(columns);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  public int width() {
    return GUTTER + columns.size() * Column.PITCH;
  }

  /** The whole of it, with what stands above and a little below. */
  public int fullHeight() {
    return HEAD + height + 12;
  }
}
