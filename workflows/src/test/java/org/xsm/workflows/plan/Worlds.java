package org.xsm.workflows.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.DomainState;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.TemplateSnapshot;

/** Small sites and small worlds for tests. */
final class Worlds {
  static final Identity IDENTITY =
      new Identity(UUID.fromString("6f1d6a0e-0000-4000-8000-000000000001"));
  static final SetName SET = new SetName("My_site");
  static final HostAddress HOST_1 = host(1);
  static final HostAddress HOST_2 = host(2);

  private static final TemplateName APACHE = new TemplateName("apache_svr");

  private Worlds() {}

  static HostAddress host(int number) {
    return new HostAddress("192.168.5." + (100 + number));
  }

  static Vm vm(String name, HostAddress host, int memory) {
    MacAddress mac =
        new MacAddress(
            String.format(
                "AA:00:00:00:%02X:%02X", name.hashCode() >> 8 & 255, name.hashCode() & 255));
    return new Vm(new VmName(name), APACHE, host, 4, mac, new IpSetting.Dhcp(), memory);
  }

  static Vm vm(String name, HostAddress host) {
    return vm(name, host, 96);
  }

  static Site site(Vm... vms) {
    return site(Arrays.asList(vms));
  }

  static Site site(List<Vm> vms) {
    return new Site(List.of(new VmSet(SET, Optional.of("root@domain.com"), vms)));
  }

  static UUID uuid(String vm) {
    return IDENTITY.of(SET, new VmName(vm));
  }

  /** These VMs as we made them, with their guest configs. */
  static Undertaken known(Vm... vms) {
    return new Undertaken(
        Arrays.stream(vms)
            .map(vm -> new UndertakenVm(SET, vm, Optional.empty(), config(vm)))
            .toList());
  }

  /** This VM as we made it, with this guest config. */
  static Undertaken known(Vm vm, String config) {
    return new Undertaken(
        List.of(new UndertakenVm(SET, vm, Optional.empty(), Optional.of(config))));
  }

  /** The VM as its host lists it. */
  static Domain runs(Vm vm) {
    return new Domain(
        7,
        vm.name().value(),
        Optional.of(IDENTITY.of(SET, vm)),
        vm.vcpus(),
        vm.memory(),
        DomainState.RUNNING,
        List.of(vm.mac().value()));
  }

  /** Our VM as its host lists it. */
  static Domain ours(String name) {
    return domain(name, uuid(name), 96);
  }

  static Domain domain(String name, UUID uuid, int memory) {
    return new Domain(7, name, Optional.of(uuid), 4, memory, DomainState.RUNNING, List.of());
  }

  static HostFound up(HostAddress address, int free, Domain... domains) {
    return new HostFound.Up(address, "xl 4.17.5", 8, 16384, free, List.of(domains));
  }

  static HostFound silent(HostAddress address) {
    return new HostFound.Unknown(address, "no answer within 5 s");
  }

  static Observation found(HostFound... hosts) {
    return new Observation(List.of(hosts));
  }

  static Planner planner() {
    Template apache = new Template(APACHE, "kernel = \"/boot/vmlinuz\"\nvif = ['bridge=xenbr0']\n");
    return new Planner(
        IDENTITY,
        TemplateSnapshot.of(new OneTemplate(apache), Stream.of(APACHE)),
        PlanningRules.DEFAULT);
  }

  /** The plan, where nobody knows the guest configs that were written before. */
  static Plan plan(Site wanted, Site last, Observation found) {
    return planner().plan(wanted, Undertaken.of(last), found);
  }

  /** The guest config that we write for a VM when it is started. */
  static Optional<String> config(Vm vm) {
    GuestConfigs configs = new GuestConfigs(planner().templates(), PlanningRules.DEFAULT);
    return Optional.of(configs.fresh(vm, IDENTITY.of(SET, vm)));
  }

  private record OneTemplate(Template template) implements org.xsm.workflows.template.Templates {
    @Override
    public Optional<Template> find(TemplateName name) {
      return Optional.of(template).filter(known -> known.name().equals(name));
    }

    @Override
    public List<TemplateName> list() {
      return List.of(template.name());
    }
  }
}
