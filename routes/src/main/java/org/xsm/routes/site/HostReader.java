package org.xsm.routes.site;

import java.util.Optional;
import java.util.stream.Stream;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.TransferMethod;

/** Reads {@code <HOST>} elements, and knows the ones it has read: no two may clash. */
final class HostReader {
  private final Problems problems;
  private final Firsts names;
  private final Firsts macs;
  private final Firsts addresses;
  private final Firsts controllers;

  /**
   * @param macs those of VMs, too
   * @param addresses those of VMs, too
   */
  HostReader(Problems problems, Firsts macs, Firsts addresses) {
    this.problems = problems;
    this.names = new Firsts("host name", problems);
    this.macs = macs;
    this.addresses = addresses;
    this.controllers = new Firsts("management controller", problems);
  }

  /** The machine, or nothing and what is wrong with it. */
  Optional<BareHost> read(RawElement host) {
    Parts parts = new Parts(host, Place.of(host), problems);
    Optional<HostName> name = parts.attribute("name", HostName::new);
    Optional<ImageName> image = parts.attribute("image", ImageName::new);
    Optional<HostAddress> address = parts.child("DOM0", HostAddress::new);
    Optional<MacAddress> mac = parts.child("HWADDR", MacAddress::new);
    Optional<Addressing> addressing = parts.child("IP", Addressing::parse);
    Optional<TransferMethod> method =
        parts.child("METHOD", TransferMethod::parse, TransferMethod.AUTO);
    Optional<PowerControl> power =
        parts.child("POWER", PowerControl::parse, new PowerControl.Manual());

    name.ifPresent(known -> names.add(parts.place(), known.value(), known.value()));
    mac.ifPresent(known -> macs.add(parts.at("HWADDR"), known.value(), known.value()));
    address.ifPresent(known -> addresses.add(parts.at("DOM0"), known.value(), known.value()));
    power.ifPresent(known -> controller(known, parts.at("POWER")));

    return Stream.of(name, image, address, mac, addressing, method, power)
            .allMatch(Optional::isPresent)
        ? problems.check(
            parts.at("POWER"),
            () ->
                new BareHost(
                    name.get(),
                    image.get(),
                    address.get(),
                    mac.get(),
                    addressing.get(),
                    method.get(),
                    power.get()))
        : Optional.empty();
  }

  private void controller(PowerControl power, Place place) {
    if (power instanceof PowerControl.Ipmi ipmi) {
      String controller = ipmi.bmc() + ":" + ipmi.port();
      controllers.add(place, controller, controller);
    }
  }
}
