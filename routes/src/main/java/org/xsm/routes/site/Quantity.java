package org.xsm.routes.site;

import java.util.regex.Pattern;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Vm;

/** A whole number with a range, as a site file writes it: ASCII digits, and nothing else. */
enum Quantity {
  VCPUS("a number", 1, Vm.MOST_VCPUS),
  MEM("a number of MiB", Vm.LEAST_MEMORY, Vm.MOST_MEMORY);

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LEADING_ZERO = Pattern.compile("0+([1-9][0-9]*)");
  // Longer numbers are beyond every range, and beyond int.
  private static final int MOST_DIGITS = 9;

  private final String kind;
  private final int least;
  private final int most;

  Quantity(String kind, int least, int most) {
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /**
   * @throws InvalidValue when it is not a number in the range, or not written as we write numbers
   */
  int parse(String text) {
    String shown = "'" + Printable.of(text) + "'";
    if (!DIGITS.matcher(text).matches()) {
      throw new InvalidValue(shown + " is not a whole number", advice());
    }
    if (text.length() > MOST_DIGITS || !holds(Integer.parseInt(text))) {
      throw new InvalidValue(shown + " is out of range", advice());
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      throw new InvalidValue(
          shown + " has a leading zero, which some tools read as octal",
          "Write " + Integer.parseInt(text) + ".");
    }
    return Integer.parseInt(text);
  }

  private boolean holds(int number) {
    return number >= least && number <= most;
  }

  private String advice() {
    return "Write " + kind + " from " + least + " to " + most + ", with the digits 0 to 9 only.";
  }
}
