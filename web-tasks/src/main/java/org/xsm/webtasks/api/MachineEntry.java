package org.xsm.webtasks.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.xsm.workflows.machine.Proposal;
import org.xsm.workflows.site.Addressing;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.MacAddress;
import org.xsm.workflows.site.PowerControl;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.TransferMethod;

/** What is to stand in the site file about a machine, as people and programs write it. */
@Schema(
    name = "MachineEntry",
    description = "What is to stand in the site file about a machine, in the file's own words.")
public record MachineEntry(
    @Schema(example = "My_site") String set,
    @Schema(example = "xen5") String name,
    @Schema(example = "xen-base") String image,
    @Schema(description = "The address that it will have.", example = "192.168.5.105")
        String address,
    @Schema(
            description = "STATIC, where left out.",
            allowableValues = {"STATIC", "DHCP"})
        String ip,
    @Schema(
            description = "AUTO, where left out.",
            allowableValues = {"UNICAST", "MULTICAST", "BROADCAST", "AUTO"})
        String method,
    @Schema(description = "manual, where left out.", example = "ipmi://192.168.6.105")
        String power) {
  public MachineEntry {
    set = given(set, "");
    name = given(name, "");
    image = given(image, "");
    address = given(address, "");
    ip = given(ip, Addressing.STATIC.name());
    method = given(method, TransferMethod.AUTO.name());
    power = given(power, new PowerControl.Manual().text());
  }

  /** What is proposed. */
  public static MachineEntry of(Proposal proposal) {
    return new MachineEntry(
        proposal.set().map(SetName::value).orElse(""),
        proposal.name().value(),
        proposal.image().map(ImageName::value).orElse(""),
        proposal.address().map(HostAddress::value).orElse(""),
        "",
        "",
        "");
  }

  /** Everything that is wrong with it; nothing when it can stand in a file. */
  public List<Problem> problems(MacAddress mac) {
    List<Problem> problems = new ArrayList<>();
    check("set", set, SetName::new, problems);
    check("name", name, HostName::new, problems);
    check("image", image, ImageName::new, problems);
    check("address", address, HostAddress::new, problems);
    check("ip", ip, Addressing::parse, problems);
    check("method", method, TransferMethod::parse, problems);
    check("power", power, PowerControl::parse, problems);
    if (problems.isEmpty()) {
      check("power", power, text -> machine(mac), problems);
    }
    return problems;
  }

  /** The set, where nothing is wrong. */
  @JsonIgnore
  public SetName setName() {
    return new SetName(set);
  }

  /** The machine, where nothing is wrong. */
  public BareHost machine(MacAddress mac) {
    return new BareHost(
        new HostName(name),
        new ImageName(image),
        new HostAddress(address),
        mac,
        Addressing.parse(ip),
        TransferMethod.parse(method),
        PowerControl.parse(power));
  }

  private static void check(
      String where, String text, Function<String, ?> reading, List<Problem> problems) {
    try {
      reading.apply(text);
    } catch (InvalidValue wrong) {
      problems.add(new Problem(0, where, wrong.getMessage(), wrong.advice()));
    }
  }

  private static String given(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
