package org.xsm.connectors.systemimager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.systemimager.ImageSettings.Installer;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.TransferMethod;

/**
 * What an installer is told on its kernel's command line, under SystemImager's names. Our own
 * installer is told two things more, {@code METHOD} and {@code MULTICAST_PORT}, and the network's
 * prefix.
 */
final class BootParameters {
  private final ImageSettings settings;
  private final IpAddress imageServer;

  BootParameters(ImageSettings settings, IpAddress imageServer) {
    this.settings = settings;
    this.imageServer = imageServer;
  }

  /**
   * @param port of the casts; the first of all where the session has none of its own
   */
  List<KernelParameter> of(BareHost machine, TransferMethod method, int port) {
    List<KernelParameter> all = new ArrayList<>();
    if (settings.installer() == Installer.SYSTEMIMAGER) {
      all.add(new KernelParameter("root", "/dev/ram"));
      all.add(new KernelParameter("MONITOR_CONSOLE", "yes"));
    }
    all.add(new KernelParameter("IMAGESERVER", imageServer.value()));
    all.add(
        new KernelParameter("MONITOR_SERVER", settings.findMonitor().orElse(imageServer).value()));
    all.add(new KernelParameter("IMAGENAME", machine.image().value()));
    all.add(new KernelParameter("HOSTNAME", machine.name().value()));
    all.addAll(network(machine));
    all.addAll(transfer(method, Integer.toString(port)));
    return all;
  }

  private List<KernelParameter> network(BareHost machine) {
    if (machine.addressing() == Addressing.DHCP) {
      return List.of();
    }
    List<KernelParameter> network = new ArrayList<>();
    network.add(new KernelParameter("IPADDR", machine.address().value()));
    network.add(new KernelParameter("NETMASK", netmask(settings.prefix())));
    if (settings.installer() == Installer.XSM) {
      network.add(new KernelParameter("PREFIX", Integer.toString(settings.prefix())));
    }
    settings
        .findGateway()
        .ifPresent(gateway -> network.add(new KernelParameter("GATEWAY", gateway.value())));
    return network;
  }

  /** SystemImager's client takes a cast when it is told where flamethrower's directory is. */
  private List<KernelParameter> transfer(TransferMethod method, String port) {
    if (settings.installer() == Installer.SYSTEMIMAGER) {
      return method == TransferMethod.UNICAST
          ? List.of()
          : List.of(new KernelParameter("FLAMETHROWER_DIRECTORY_PORTBASE", port));
    }
    KernelParameter told = new KernelParameter("METHOD", method.label());
    return method == TransferMethod.UNICAST
        ? List.of(told)
        : List.of(told, new KernelParameter("MULTICAST_PORT", port));
  }

  /** {@code 255.255.255.0} for 24. */
  static String netmask(int prefix) {
    long bits = 0xFFFFFFFFL << (32 - prefix);
    return IntStream.of(24, 16, 8, 0)
        .mapToObj(shift -> String.format(Locale.ROOT, "%d", bits >> shift & 0xFF))
        .collect(Collectors.joining("."));
  }
}
