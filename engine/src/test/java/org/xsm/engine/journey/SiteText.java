package org.xsm.engine.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A site file of one set, made VM by VM.
 *
 * @param set the set's name
 */
public record SiteText(String set, List<Row> vms) {
  private static final String HARDWARE = "AA:%02X:%02X:%02X:%02X:%02X";

  /**
   * One VM of the file.
   *
   * @param host address of its host
   * @param memory MiB
   */
  public record Row(String name, String host, int memory) {}

  public SiteText {
    vms = List.copyOf(vms);
  }

  /** A set without VMs. */
  public static SiteText of(String set) {
    return new SiteText(set, List.of());
  }

  /** With one VM more, of 64 MiB. */
  public SiteText with(String vm, String host) {
    List<Row> more = new ArrayList<>(vms);
    more.add(new Row(vm, host, 64));
    return new SiteText(set, more);
  }

  /** Without this VM. */
  public SiteText without(String vm) {
    return new SiteText(set, vms.stream().filter(row -> !row.name().equals(vm)).toList());
  }

  /** The file's text. */
  public String xml() {
    StringBuilder text = new StringBuilder("<XSMConfig>\n<Set name=\"" + set + "\">\n");
    text.append("<Owner>root@domain.com</Owner>\n");
    vms.forEach(vm -> text.append(element(vm)));
    return text.append("</Set>\n</XSMConfig>\n").toString();
  }

  /** The file as it is dropped. */
  public byte[] bytes() {
    return xml().getBytes(StandardCharsets.UTF_8);
  }

  private String element(Row vm) {
    return """
        <VM name="%s" config="apache_svr">
        <DOM0>%s</DOM0> <VCPUS>1</VCPUS> <HWADDR>%s</HWADDR> <IP>DHCP</IP> <MEM>%d</MEM>
        </VM>
        """
        .formatted(vm.name(), vm.host(), hardwareAddress(vm), vm.memory());
  }

  /** Follows from the names, so that it stays the same and no other VM has it. */
  private String hardwareAddress(Row vm) {
    int first = set.hashCode();
    int second = vm.name().hashCode();
    return HARDWARE.formatted(
        first >> 8 & 255, first & 255, second >> 16 & 255, second >> 8 & 255, second & 255);
  }
}
