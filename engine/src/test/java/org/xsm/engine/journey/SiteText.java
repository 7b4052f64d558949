package org.xsm.engine.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A site file of one set, made VM by VM, and machine by machine.
 *
 * @param set the set's name
 */
public record SiteText(String set, List<Machine> machines, List<Row> vms) {
  private static final String HARDWARE = "AA:%02X:%02X:%02X:%02X:%02X";

  /**
   * One VM of the file.
   *
   * @param host address of its host
   * @param memory MiB
   */
  public record Row(String name, String host, int memory, int vcpus) {
    /** With one VCPU. */
    public Row(String name, String host, int memory) {
      this(name, host, memory, 1);
    }
  }

  /**
   * One bare machine of the file.
   *
   * @param address the one that it will have
   * @param power as it stands in the file
   */
  public record Machine(String name, String address, String image, String power) {}

  public SiteText {
    machines = List.copyOf(machines);
    vms = List.copyOf(vms);
  }

  /** A set without VMs. */
  public static SiteText of(String set) {
    return new SiteText(set, List.of(), List.of());
  }

  /** With one VM more, of 64 MiB. */
  public SiteText with(String vm, String host) {
    return with(vm, host, 64);
  }

  /** With one VM more, of this memory in MiB. */
  public SiteText with(String vm, String host, int memory) {
    List<Row> more = new ArrayList<>(vms);
    more.add(new Row(vm, host, memory));
    return new SiteText(set, machines, more);
  }

  /** With one machine more, in the place of one of this name. */
  public SiteText with(Machine machine) {
    List<Machine> more = new ArrayList<>(withoutMachine(machine.name()).machines);
    more.add(machine);
    return new SiteText(set, more, vms);
  }

  /** Without this machine. */
  public SiteText withoutMachine(String machine) {
    return new SiteText(
        set, machines.stream().filter(known -> !known.name().equals(machine)).toList(), vms);
  }

  /** With this VM on another host. */
  public SiteText moved(String vm, String host) {
    return changed(vm, row -> new Row(vm, host, row.memory(), row.vcpus()));
  }

  /** With this VM in another size. */
  public SiteText sized(String vm, int memory, int vcpus) {
    return changed(vm, row -> new Row(vm, row.host(), memory, vcpus));
  }

  private SiteText changed(String vm, UnaryOperator<Row> change) {
    return new SiteText(
        set,
        machines,
        vms.stream().map(row -> row.name().equals(vm) ? change.apply(row) : row).toList());
  }

  /** Without this VM. */
  public SiteText without(String vm) {
    return new SiteText(set, machines, vms.stream().filter(row -> !row.name().equals(vm)).toList());
  }

  /** The file's text. */
  public String xml() {
    StringBuilder text = new StringBuilder("<XSMConfig>\n<Set name=\"" + set + "\">\n");
    text.append("<Owner>root@domain.com</Owner>\n");
    machines.forEach(machine -> text.append(element(machine)));
    vms.forEach(vm -> text.append(element(vm)));
    return text.append("</Set>\n</XSMConfig>\n").toString();
  }

  /** The file as it is dropped. */
  public byte[] bytes() {
    return xml().getBytes(StandardCharsets.UTF_8);
  }

  private String element(Machine machine) {
    return """
        <HOST name="%s" image="%s">
        <DOM0>%s</DOM0> <HWADDR>%s</HWADDR> <IP>STATIC</IP> <POWER>%s</POWER>
        </HOST>
        """
        .formatted(
            machine.name(),
            machine.image(),
            machine.address(),
            hardwareAddress(machine.name()),
            machine.power());
  }

  private String element(Row vm) {
    return """
        <VM name="%s" config="apache_svr">
        <DOM0>%s</DOM0> <VCPUS>%d</VCPUS> <HWADDR>%s</HWADDR> <IP>DHCP</IP> <MEM>%d</MEM>
        </VM>
        """
        .formatted(vm.name(), vm.host(), vm.vcpus(), hardwareAddress(vm.name()), vm.memory());
  }

  /** Follows from the names, so that it stays the same and nobody else has it. */
  private String hardwareAddress(String name) {
    int first = set.hashCode();
    int second = name.hashCode();
    return HARDWARE.formatted(
        first >> 8 & 255, first & 255, second >> 16 & 255, second >> 8 & 255, second & 255);
  }
}
