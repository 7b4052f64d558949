package org.xsm.routes.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.xsm.routes.xml.RawDocument;
import org.xsm.routes.xml.RawElement;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.Printable;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmSet;

/** Reads one document as a site, strictly, and goes on after each problem to find the next. */
final class SiteReader {
  private final Problems problems = new Problems();
  private final Structure structure = new Structure(problems);
  private final Firsts setNames = new Firsts("set name", problems);
  private final VmReader vms;
  private final HostReader hosts;

  /**
   * @param templates find a template by its name, or say why there is none
   */
  SiteReader(Function<String, TemplateName> templates) {
    Firsts macs = new Firsts("hardware address", problems);
    Firsts addresses = new Firsts("IP address", problems);
    this.vms = new VmReader(problems, templates, macs, addresses);
    this.hosts = new HostReader(problems, macs, addresses);
  }

  Reading read(RawDocument document) {
    problems.addAll(document.problems());
    Optional<Site> site = document.root().flatMap(this::site);
    return site.isPresent() && problems.isEmpty()
        ? new Reading.Readable(site.get())
        : new Reading.Unreadable(problems.list());
  }

  private Optional<Site> site(RawElement root) {
    Place place = Place.of(root);
    if (!root.name().equals(ElementRule.ROOT)) {
      problems.add(
          place,
          "the root element is <" + Printable.of(root.name()) + ">, so this is no site file",
          "Begin the file with <" + ElementRule.ROOT + ">.");
      return Optional.empty();
    }
    structure.check(root, place, ElementRule.SITE);
    return Optional.of(
        new Site(
            root.listChildren("Set").stream().map(this::set).flatMap(Optional::stream).toList()));
  }

  private Optional<VmSet> set(RawElement set) {
    Place place = Place.of(set);
    ElementRule rule = ElementRule.SITE.children().get("Set").rule();
    structure.check(set, place, rule);
    Optional<SetName> name =
        set.findAttribute("name")
            .flatMap(text -> problems.check(place.attribute("name"), () -> new SetName(text)));
    name.map(SetName::value)
        .ifPresent(known -> setNames.add(place, known.toLowerCase(Locale.ROOT), known));
    Optional<String> owner = owner(set, place, rule);
    List<BareHost> machines = new ArrayList<>();
    List<Vm> members = new ArrayList<>();
    for (RawElement child : set.children()) {
      switch (child.name()) {
        case "HOST" -> member(child, rule, hosts::read).ifPresent(machines::add);
        case "VM" -> member(child, rule, vms::read).ifPresent(members::add);
        default -> {}
      }
    }
    return name.map(known -> new VmSet(known, owner, machines, members));
  }

  private Optional<String> owner(RawElement set, Place place, ElementRule rule) {
    return set.findChild("Owner")
        .flatMap(
            owner -> {
              Place at = place.part(owner);
              structure.check(owner, at, rule.children().get("Owner").rule());
              return problems.check(at, () -> OwnerAddress.check(XmlSpace.trim(owner.text())));
            });
  }

  private <T> Optional<T> member(
      RawElement member, ElementRule set, Function<RawElement, Optional<T>> reader) {
    ElementRule rule = set.children().get(member.name()).rule();
    Place place = Place.of(member);
    structure.check(member, place, rule);
    member.children().stream()
        .filter(child -> rule.children().containsKey(child.name()))
        .forEach(
            child ->
                structure.check(
                    child, place.part(child), rule.children().get(child.name()).rule()));
    return reader.apply(member);
  }
}
