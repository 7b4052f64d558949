package org.xsm.routes.site;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

/** Reads {@code <VM>} elements, and knows the ones it has read: no two may clash. */
final class VmReader {
  private final Problems problems;
  private final Function<String, TemplateName> templates;
  private final Firsts names;
  private final Firsts macs;
  private final Firsts addresses;
  private final Firsts adopted;

  /**
   * @param templates find a template by its name, or say why there is none
   * @param macs those of bare machines, too
   * @param addresses those of bare machines, too
   */
  VmReader(
      Problems problems, Function<String, TemplateName> templates, Firsts macs, Firsts addresses) {
    this.problems = problems;
    this.templates = templates;
    this.names = new Firsts("VM name", problems);
    this.macs = macs;
    this.addresses = addresses;
    this.adopted = new Firsts("UUID", problems);
  }

  /** The VM, or nothing and what is wrong with it. */
  Optional<Vm> read(RawElement vm) {
    Place place = Place.of(vm);
    Parts parts = new Parts(vm, place, problems);
    Optional<VmName> name = parts.attribute("name", VmName::new);
    Optional<TemplateName> template = parts.attribute("config", templates::apply);
    Optional<UUID> adopt = parts.attribute("adopt", DomainUuid::parse);
    Optional<HostAddress> host = parts.child("DOM0", HostAddress::new);
    Optional<Integer> vcpus = parts.child("VCPUS", Quantity.VCPUS::parse);
    Optional<MacAddress> mac = parts.child("HWADDR", MacAddress::new);
    Optional<IpSetting> ip = ip(vm, place);
    Optional<Integer> memory = parts.child("MEM", Quantity.MEM::parse);

    name.ifPresent(known -> names.add(place, lower(known.value()), known.value()));
    mac.ifPresent(known -> macs.add(parts.at("HWADDR"), known.value(), known.value()));
    ip.ifPresent(setting -> fixedAddress(setting, parts.at("IP")));
    adopt.ifPresent(
        known -> adopted.add(place.attribute("adopt"), known.toString(), known.toString()));

    return Stream.of(name, template, host, vcpus, mac, ip, memory).allMatch(Optional::isPresent)
        ? Optional.of(
            new Vm(
                name.get(),
                template.get(),
                host.get(),
                vcpus.get(),
                mac.get(),
                ip.get(),
                memory.get(),
                adopt))
        : Optional.empty();
  }

  private Optional<IpSetting> ip(RawElement vm, Place place) {
    return vm.findChild("IP")
        .flatMap(
            child ->
                problems.check(
                    place.part(child),
                    () ->
                        IpText.parse(XmlSpace.trim(child.text()), child.findAttribute("gateway"))));
  }

  private void fixedAddress(IpSetting setting, Place place) {
    if (setting instanceof IpSetting.Fixed fixed) {
      addresses.add(place, fixed.address().value(), fixed.address().value());
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
