package org.xsm.engine.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws how long an image takes to how many machines, both on scales that double.
 *
 * @param series median seconds by number of machines, for each way
 * @param limit seconds that the image takes on the wire once
 */
record CastPlot(Map<String, Map<Integer, Double>> series, double limit) {
  private static final List<String> COLOURS = List.of("#7a3e9d", "#0b6e4f", "#b3541e");
  private static final int LEFT = 70;
  private static final int TOP = 20;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;
  private static final int MOST_MACHINES = 16;
  private static final int LEAST_SECONDS = 4;
  private static final int DOUBLINGS = 6;

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>Seconds until the last of 1 to 16 machines has a 92 MB image over 100 Mbit/s</title>\n<rect width=\"720\" height=\"400\" fill=\"white\"/>\n");
    grid(svg);
    line(svg, 1, limit, MOST_MACHINES, limit, "stroke=\"#555\" stroke-dasharray=\"5 4\"");
    text(svg, x(MOST_MACHINES) + 8, y(limit) + 4, "#555", "wire, once");
    int number = 0;
    for (Map.Entry<String, Map<Integer, Double>> each : series.entrySet()) {
      curve(svg, each.getKey(), each.getValue(), number++);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void grid(StringBuilder svg) {
    for (int machines = 1; machines <= MOST_MACHINES; machines *= 2) {
      line(svg, machines, LEAST_SECONDS, machines, LEAST_SECONDS << DOUBLINGS, "stroke=\"#ddd\"");
      text(svg, x(machines) - 5, TOP + HEIGHT + 18, "#333", "" + machines);
    }
    for (int doubling = 0; doubling <= DOUBLINGS; doubling++) {
      int seconds = LEAST_SECONDS << doubling;
      line(svg, 1, seconds, MOST_MACHINES, seconds, "stroke=\"#ddd\"");
      text(svg, LEFT - 48, y(seconds) + 4, "#333", seconds + " s");
    }
    text(svg, LEFT + WIDTH / 2.0 - 40, TOP + HEIGHT + 40, "#333", "machines");
  }

  private static void curve(
      StringBuilder svg, String name, Map<Integer, Double> medians, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    StringBuilder points = new StringBuilder();
    medians.forEach(
        (machines, seconds) ->
            points.append(format("%.1f,%.1f ", x(machines), y(seconds))));
    svg.append(
        format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"%s/>%n",
            points.toString().strip(), colour, name.equals("AUTO") ? 5 : 2,
            name.equals("AUTO") ? " stroke-opacity=\"0.35\"" : ""));
    medians.forEach(
        (machines, seconds) ->
            svg.append(
                format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                    x(machines), y(seconds), colour)));
    text(svg, LEFT + 12, TOP + 18 + 18 * number, colour, name);
  }

  private static void line(
      StringBuilder svg, int fromX, double fromY, int toX, double toY, String how) {
    svg.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n",
            x(fromX), y(fromY), x(toX), y(toY), how));
  }

  private static void text(StringBuilder svg, double x, double y, String colour, String words) {
    svg.append(
        format("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>%n", x, y, colour, words));
  }

  private static double x(int machines) {
    return LEFT + WIDTH * Math.log(machines) / Math.log(MOST_MACHINES);
  }

  private static double y(double seconds) {
    double doublings = Math.log(seconds / LEAST_SECONDS) / Math.log(2);
    return TOP + HEIGHT * (1 - doublings / DOUBLINGS);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
