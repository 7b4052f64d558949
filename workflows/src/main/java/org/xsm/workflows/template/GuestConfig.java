package org.xsm.workflows.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.IpSetting;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.ConfigText.Statement;

/**
 * Makes a VM's guest config: the template's assignments as they stand, without its comments, with
 * the VM's own name, uuid, processors, memory, hardware address and IP setting in place of the
 * template's. Its virtual NUMA nodes are left out: they divide a memory and processors that the VM
 * has not.
 */
public final class GuestConfig {
  private static final Set<String> OURS =
      Set.of(
          "name",
          "uuid",
          "memory",
          "maxmem",
          "vcpus",
          "maxvcpus",
          "vif",
          "dhcp",
          "ip",
          "netmask",
          "gateway",
          "vnuma");
  private static final Pattern FULL_MACHINE = Pattern.compile("[\"']hvm[\"']");
  private static final Pattern ESCAPE_OR_QUOTE = Pattern.compile("\\\\.|\"");

  private final List<String> kept;
  private final List<String> cards;
  private final boolean fullMachine;

  private GuestConfig(List<Statement> statements) {
    this.kept =
        statements.stream()
            .filter(statement -> !OURS.contains(statement.key()))
            .map(Statement::text)
            .toList();
    this.cards = ConfigText.strings(statements, "vif").stream().map(GuestConfig::quotable).toList();
    this.fullMachine = statements.stream().anyMatch(GuestConfig::saysFullMachine);
  }

  /**
   * Reads a template, once for any number of VMs.
   *
   * @throws InvalidValue when the template is not a guest config, with the template's name and line
   */
  public static GuestConfig of(Template template) {
    try {
      return new GuestConfig(ConfigText.statements(template.text()));
    } catch (InvalidValue wrong) {
      throw new InvalidValue(
          "template " + template.name() + ", " + wrong.getMessage(), wrong.advice());
    }
  }

  /**
   * The guest config as it will lie on the host, without room to grow.
   *
   * @throws InvalidValue when the template is not a guest config, with the template's name and line
   */
  public static String render(Template template, Vm vm, UUID uuid) {
    return of(template).render(vm, uuid, Ceiling.of(vm));
  }

  /**
   * The guest config as it will lie on the host.
   *
   * @param ceiling how far the guest shall be able to grow while it runs
   */
  public String render(Vm vm, UUID uuid, Ceiling ceiling) {
    List<String> lines = new ArrayList<>();
    lines.add("# Guest config of " + vm.name() + ", written by XSM. Change the site file instead.");
    lines.addAll(kept);
    lines.addAll(parameters(vm, uuid, ceiling));
    String first = cards.isEmpty() ? "" : cards.get(0);
    String vif =
        Stream.concat(Stream.of(withAddresses(first, vm)), cards.stream().skip(1))
            .map(card -> "\"" + card + "\"")
            .collect(Collectors.joining(", "));
    lines.add("vif = [ " + vif + " ]");
    lines.addAll(kernelAddress(vm.ip()));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Whether guests of this template are machines in full (HVM). One that is given less than its
   * {@code maxmem} dies at its start unless it has a balloon driver, which a template does not say.
   */
  public boolean isFullMachine() {
    return fullMachine;
  }

  private static boolean saysFullMachine(Statement statement) {
    boolean kind = statement.key().equals("type") || statement.key().equals("builder");
    return kind && FULL_MACHINE.matcher(statement.text()).find();
  }

  private static List<String> parameters(Vm vm, UUID uuid, Ceiling ceiling) {
    return List.of(
        "name = \"" + vm.name() + "\"",
        "uuid = \"" + uuid + "\"",
        "memory = " + vm.memory(),
        "maxmem = " + ceiling.memory(),
        "vcpus = " + vm.vcpus(),
        "maxvcpus = " + ceiling.vcpus());
  }

  /** The text of a string in whatever quotes, as it stands between double ones. */
  private static String quotable(String card) {
    return ESCAPE_OR_QUOTE
        .matcher(card)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group().equals("\"") ? "\\\"" : found.group()));
  }

  private static String withAddresses(String card, Vm vm) {
    Stream<String> own =
        Stream.concat(
            Stream.of("mac=" + vm.mac()),
            vm.ip() instanceof IpSetting.Fixed fixed
                ? Stream.of("ip=" + fixed.address())
                : Stream.empty());
    Stream<String> kept =
        Stream.of(card.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !part.startsWith("mac=") && !part.startsWith("ip="));
    return Stream.concat(own, kept).collect(Collectors.joining(","));
  }

  /** What xm hands to a PV guest's kernel; xl takes no notice of it. */
  private static List<String> kernelAddress(IpSetting ip) {
    if (!(ip instanceof IpSetting.Fixed fixed)) {
      return List.of("dhcp = \"dhcp\"");
    }
    List<String> lines = new ArrayList<>();
    lines.add("ip = \"" + fixed.address() + "\"");
    fixed.prefix().ifPresent(bits -> lines.add("netmask = \"" + netmask(bits) + "\""));
    fixed.gateway().ifPresent(gateway -> lines.add("gateway = \"" + gateway + "\""));
    return lines;
  }

  private static String netmask(int bits) {
    int mask = -1 << (32 - bits);
    return (mask >>> 24)
        + "."
        + (mask >>> 16 & 255)
        + "."
        + (mask >>> 8 & 255)
        + "."
        + (mask & 255);
  }
}
