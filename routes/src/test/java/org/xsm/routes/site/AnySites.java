package org.xsm.routes.site;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.TransferMethod;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/** Sites as a site file can describe them. */
final class AnySites {
  private AnySites() {}

  static Arbitrary<Site> any() {
    return Arbitraries.integers()
        .between(0, 5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(AnySites::withSetsOf);
  }

  private static Arbitrary<Site> withSetsOf(List<Integer> sizes) {
    int vms = sizes.stream().mapToInt(Integer::intValue).sum();
    return Combinators.combine(
            Combinators.combine(IntStream.range(0, vms).mapToObj(AnySites::vm).toList()).as(v -> v),
            owner().list().ofSize(sizes.size()))
        .as((all, owners) -> site(sizes, all, owners));
  }

  private static Site site(List<Integer> sizes, List<Vm> vms, List<Optional<String>> owners) {
    return new Site(
        IntStream.range(0, sizes.size())
            .mapToObj(
                set -> {
                  int from = sizes.subList(0, set).stream().mapToInt(Integer::intValue).sum();
                  return new VmSet(
                      new SetName("set" + set),
                      owners.get(set),
                      machines(set),
                      vms.subList(from, from + sizes.get(set)));
                })
            .toList());
  }

  /** As many as the set's number says, no two alike. */
  private static List<BareHost> machines(int set) {
    return IntStream.range(0, set).mapToObj(number -> machine(set * 10 + number)).toList();
  }

  private static BareHost machine(int number) {
    List<String> powers =
        List.of(
            "manual", "wol", "ipmi://192.168.6." + number + ":9001", "ipmi://192.168.7." + number);
    return new BareHost(
        new HostName("h-" + number),
        new ImageName("xen-base"),
        new HostAddress("192.168.4." + number),
        new MacAddress(String.format("00:16:3E:00:00:%02X", number)),
        Addressing.values()[number % 2],
        TransferMethod.values()[(number + 3) % 4],
        PowerControl.parse(powers.get(number % 4)));
  }

  private static Arbitrary<Optional<String>> owner() {
    return Arbitraries.of("root@domain.com", "a.b+c@x", "o-o@mail.example.org").optional();
  }

  private static Arbitrary<Vm> vm(int number) {
    return Combinators.combine(
            name(number),
            Arbitraries.of("apache_svr", "mysql_svr").map(TemplateName::new),
            Arbitraries.integers().between(1, 254).map(last -> new HostAddress("10.0.0." + last)),
            Arbitraries.integers().between(1, Vm.MOST_VCPUS),
            ip(number),
            Arbitraries.integers().between(Vm.LEAST_MEMORY, Vm.MOST_MEMORY))
        .as(
            (name, template, host, vcpus, ip, memory) ->
                new Vm(name, template, host, vcpus, mac(number), ip, memory, adopted(number)));
  }

  /** Every third VM was somebody else's. */
  private static Optional<UUID> adopted(int number) {
    return number % 3 == 0 ? Optional.of(new UUID(number, 0xabcdL)) : Optional.empty();
  }

  /** Different by its number, whatever stands before it. */
  private static Arbitrary<VmName> name(int number) {
    return Arbitraries.strings()
        .withChars("abzAZ09_.-")
        .ofMaxLength(20)
        .map(text -> new VmName("v" + text + "_" + number));
  }

  private static MacAddress mac(int number) {
    return new MacAddress(String.format("AA:00:00:00:00:%02X", number));
  }

  private static Arbitrary<IpSetting> ip(int number) {
    IpAddress own = new IpAddress("192.168.5." + (100 + number));
    Optional<IpAddress> gateway = Optional.of(new IpAddress("192.168.5.1"));
    return Arbitraries.of(
        new IpSetting.Dhcp(),
        new IpSetting.Fixed(own, Optional.empty(), Optional.empty()),
        new IpSetting.Fixed(own, Optional.of(24), Optional.empty()),
        new IpSetting.Fixed(own, Optional.of(24), gateway),
        new IpSetting.Fixed(own, Optional.empty(), gateway));
  }
}
