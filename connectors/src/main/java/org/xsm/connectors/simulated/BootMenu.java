package org.xsm.connectors.simulated;

import java.util.Locale;

/** What a simulated machine is offered when it starts from the network. */
enum BootMenu {
  NONE,
  INSTALLER,
  LOCAL_BOOT;

  /** The word that stands in files: {@code local-boot}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the first word of a file. */
  static BootMenu parse(String text) {
    if (text.startsWith(INSTALLER.label())) {
      return INSTALLER;
    }
    return text.startsWith(LOCAL_BOOT.label()) ? LOCAL_BOOT : NONE;
  }
}
