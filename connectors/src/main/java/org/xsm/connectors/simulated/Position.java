package org.xsm.connectors.simulated;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.xsm.workflows.machine.Stage;

/** Where a simulated machine can be: off, starting, or at a stage of its way to a Xen host. */
enum Position {
  OFF(0),
  /** On, and asking the network what to start. */
  FROM_NETWORK(5),
  /** On, and asking its disk. */
  FROM_DISK(10),
  DHCP_LEASE(5),
  BOOT_LOADER(3),
  BOOT_MENU(5),
  KERNEL(7),
  INITRD(10),
  INSTALLER(5),
  TRANSFER(35),
  INSTALLED(10),
  LOCAL_BOOT(10),
  SSH_UP(5),
  XEN_UP(0);

  private final int share;

  /**
   * @param share how long it takes from here to the next position, in percent of an installation
   */
  Position(int share) {
    this.share = share;
  }

  /** How long it takes from here to the next position. */
  Duration time(Duration installation) {
    return installation.multipliedBy(share).dividedBy(100);
  }

  /** Whether the machine goes no further from here, whatever it finds. */
  boolean isEnd() {
    return this == OFF || this == XEN_UP;
  }

  /** Whether its own system answers. */
  boolean isAnswering() {
    return compareTo(SSH_UP) >= 0;
  }

  Optional<Stage> stage() {
    return compareTo(DHCP_LEASE) < 0 ? Optional.empty() : Optional.of(Stage.valueOf(name()));
  }

  Position next(BootMenu menu) {
    if (this == FROM_DISK || this == BOOT_MENU && menu != BootMenu.INSTALLER) {
      return LOCAL_BOOT;
    }
    return this == FROM_NETWORK ? DHCP_LEASE : values()[ordinal() + 1];
  }

  /** The word that stands in files: {@code boot-loader}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Position> find(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
