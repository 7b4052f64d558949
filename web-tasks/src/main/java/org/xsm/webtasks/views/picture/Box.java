package org.xsm.webtasks.views.picture;

/**
 * A step in the column of a host; a step that moves a VM stands in two.
 *
 * @param style the class by which it is coloured
 * @param label what fits into it
 * @param title all of it
 */
public record Box(int x, int y, int width, int height, String style, String label, String title) {
  private static final int LETTER = 7;
  private static final int LINE = 13;

  static String fitting(String name, int width, int height) {
    int letters = (width - 8) / LETTER;
    if (height < LINE || letters < 2) {
      return "";
    }
    return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
  }

  public int textX() {
    return x + 5;
  }

  public int textY() {
    return y + Math.min(height / 2, 12) + 4;
  }

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middle() {
    return x + width / 2;
  }
}
