package org.xsm.webtasks.views.picture;

/**
 * A line from one step to another, or from one host to another.
 *
 * @param style the class by which it is drawn
 */
public record Line(int x1, int y1, int x2, int y2, String style) {
  static Line move(Box from, Box to) {
    int y = from.y() + Math.min(from.height() / 2, 10);
    return from.x() < to.x()
        ? new Line(from.right(), y, to.x(), y, "moves")
        : new Line(from.x(), y, to.right(), y, "moves");
  }

  static Line wait(Box before, Box after) {
    return new Line(before.middle(), before.bottom(), after.middle(), after.y(), "waits");
  }
}
