package org.xsm.workflows.site;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a bare machine is powered on and off ({@code <POWER>}). */
public sealed interface PowerControl {
  /**
   * The text as it stands in a site file: {@code ipmi://192.168.6.105}, {@code wol} or {@code
   * manual}.
   */
  String text();

  /**
   * Reads the text of a site file.
   *
   * @throws InvalidValue when it names no way to power a machine
   */
  static PowerControl parse(String text) {
    if (text.equals("wol")) {
      return new WakeOnLan();
    }
    return text.equals("manual") ? new Manual() : Ipmi.parse(text);
  }

  /**
   * Its management controller is asked over IPMI 2.0. The password never stands in a site file.
   *
   * @param bmc address of the controller
   * @param port UDP port of the controller; 623 where none is written
   * @param user who logs in on the controller; empty for the one of the manager's settings
   */
  record Ipmi(HostAddress bmc, int port, Optional<String> user) implements PowerControl {
    /** The port of RMCP, which a controller listens on. */
    public static final int USUAL_PORT = 623;

    private static final Pattern URL =
        Pattern.compile("ipmi://(?:([^@:/]*)@)?([^@:/]*)(?::([1-9][0-9]{0,4}))?");

    /** Sixteen octets are all that IPMI has room for. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,15}");

    private static final String ADVICE =
        "Write ipmi:// and the address of the machine's management controller, such as"
            + " ipmi://192.168.6.105 or ipmi://admin@192.168.6.105; or wol, or manual. The password"
            + " does not belong into the file.";

    /**
     * @throws InvalidValue when the port or the user is not one
     */
    public Ipmi {
      Objects.requireNonNull(bmc);
      if (port < 1 || port > 65535) {
        throw new InvalidValue(port + " is not a UDP port", ADVICE);
      }
      if (user.isPresent() && !USER.matcher(user.get()).matches()) {
        throw new InvalidValue(
            "'" + Printable.of(user.get()) + "' cannot be a user of a management controller",
            ADVICE);
      }
    }

    /** A controller on the usual port, with the user of the settings. */
    public Ipmi(HostAddress bmc) {
      this(bmc, USUAL_PORT, Optional.empty());
    }

    private static Ipmi parse(String text) {
      Matcher url = URL.matcher(text);
      if (!url.matches()) {
        throw new InvalidValue(
            "'" + Printable.of(text) + "' is no way to power a machine on", ADVICE);
      }
      int port = url.group(3) == null ? USUAL_PORT : Integer.parseInt(url.group(3));
      return new Ipmi(new HostAddress(url.group(2)), port, Optional.ofNullable(url.group(1)));
    }

    @Override
    public String text() {
      return "ipmi://"
          + user.map(name -> name + "@").orElse("")
          + bmc
          + (port == USUAL_PORT ? "" : ":" + port);
    }
  }

  /**
   * It wakes when a magic packet with its MAC address reaches it; nothing tells whether it did, and
   * nothing can switch it off but its own system.
   */
  record WakeOnLan() implements PowerControl {
    @Override
    public String text() {
      return "wol";
    }
  }

  /** A person stands beside it. */
  record Manual() implements PowerControl {
    @Override
    public String text() {
      return "manual";
    }
  }
}
