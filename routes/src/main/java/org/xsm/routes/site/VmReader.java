package org.xsm.routes.site;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;

/** Reads {@code <VM>} elements, and knows the ones it has read: no two may clash. */
final class VmReader {
  private static final int MOST_TEMPLATES_SHOWN = 10;

  private final Problems problems;
  private final List<String> templates;
  private final Firsts names;
  private final Firsts macs;
  private final Firsts addresses;
  private final Firsts adopted;

  VmReader(Problems problems, List<TemplateName> templates) {
    this.problems = problems;
    this.templates = templates.stream().map(TemplateName::value).toList();
    this.names = new Firsts("VM name", problems);
    this.macs = new Firsts("hardware address", problems);
    this.addresses = new Firsts("IP address", problems);
    this.adopted = new Firsts("UUID", problems);
  }

  /** The VM, or nothing and what is wrong with it. */
  Optional<Vm> read(RawElement vm) {
    Place place = Place.of(vm);
    Optional<VmName> name = attribute(vm, place, "name", VmName::new);
    Optional<TemplateName> template = attribute(vm, place, "config", this::template);
    Optional<UUID> adopt = attribute(vm, place, "adopt", DomainUuid::parse);
    Optional<HostAddress> host = child(vm, place, "DOM0", HostAddress::new);
    Optional<Integer> vcpus = child(vm, place, "VCPUS", Quantity.VCPUS::parse);
    Optional<MacAddress> mac = child(vm, place, "HWADDR", MacAddress::new);
    Optional<IpSetting> ip = ip(vm, place);
    Optional<Integer> memory = child(vm, place, "MEM", Quantity.MEM::parse);

    name.ifPresent(known -> names.add(place, lower(known.value()), known.value()));
    mac.ifPresent(known -> macs.add(at(vm, place, "HWADDR"), known.value(), known.value()));
    ip.ifPresent(setting -> fixedAddress(setting, at(vm, place, "IP")));
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

  private <T> Optional<T> attribute(
      RawElement vm, Place place, String name, Function<String, T> parser) {
    return vm.findAttribute(name)
        .flatMap(text -> problems.check(place.attribute(name), () -> parser.apply(text)));
  }

  private <T> Optional<T> child(
      RawElement vm, Place place, String name, Function<String, T> parser) {
    return vm.findChild(name)
        .flatMap(
            child ->
                problems.check(place.part(child), () -> parser.apply(XmlSpace.trim(child.text()))));
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

  private TemplateName template(String text) {
    TemplateName name = new TemplateName(text);
    if (templates.contains(text)) {
      return name;
    }
    throw new InvalidValue("there is no template '" + text + "'", templateAdvice(text));
  }

  private String templateAdvice(String text) {
    if (templates.isEmpty()) {
      return "Put a guest config " + text + ".cfg into the folder 'templates'.";
    }
    String guess =
        Nearest.to(text, templates).map(near -> "Did you mean '" + near + "'? ").orElse("");
    String more = templates.size() > MOST_TEMPLATES_SHOWN ? ", …" : "";
    return guess
        + templates.stream()
            .limit(MOST_TEMPLATES_SHOWN)
            .collect(joining(", ", "There are: ", more + "."));
  }

  private static Place at(RawElement vm, Place place, String child) {
    return vm.findChild(child).map(place::part).orElse(place);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
