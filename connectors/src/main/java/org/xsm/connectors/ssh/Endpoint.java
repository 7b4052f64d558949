package org.xsm.connectors.ssh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address and a port to connect to. */
record Endpoint(String address, int port) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]{0,252}):([0-9]{1,5})");

  /** Reads {@code 127.0.0.1:2201}. */
  static Endpoint parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(2)) > 65535) {
      throw new IllegalArgumentException(
          "xsm.ssh.endpoints has '" + text + "', but must have ADDRESS:PORT");
    }
    return new Endpoint(form.group(1), Integer.parseInt(form.group(2)));
  }

  /** The name under which OpenSSH writes this endpoint's key into known_hosts. */
  String knownAs() {
    return port == 22 ? address : "[" + address + "]:" + port;
  }
}
