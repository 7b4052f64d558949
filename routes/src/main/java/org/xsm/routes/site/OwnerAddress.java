package org.xsm.routes.site;

import java.util.regex.Pattern;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.Printable;

/** The owner's mail address: one, plain, and harmless in a mail's header and on a command line. */
final class OwnerAddress {
  private static final int LONGEST = 254;
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[A-Za-z0-9_][A-Za-z0-9_.+=-]{0,63}@[A-Za-z0-9](-*[A-Za-z0-9])*(\\.[A-Za-z0-9](-*[A-Za-z0-9])*)*");

  private OwnerAddress() {}

  /**
   * @throws InvalidValue when it is not one mail address
   */
  static String check(String text) {
    if (text.length() > LONGEST || !PLAUSIBLE.matcher(text).matches()) {
      throw new InvalidValue(
          "'" + Printable.of(text) + "' is not a mail address",
          "Write one address such as root@domain.com, or leave <Owner> out.");
    }
    return text;
  }
}
