package org.xsm.connectors.xen.xl;

import java.util.List;
import org.xsm.connectors.xen.HostTrouble;
import org.xsm.connectors.xen.Script;
import org.xsm.connectors.xen.Sections;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.Toolstack;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/** The dialect of {@code xl}, as seen on 4.17 and in field reports since 4.2. */
public final class XlToolstack implements Toolstack {
  private static final String LOOK = Script.load(XlToolstack.class, "look.sh");
  private static final String WORDS = Script.load(XlToolstack.class, "domains.sh");

  private final String carrier;

  /**
   * @param carrier the command that xl shall use in place of {@code ssh} to reach the host that a
   *     VM migrates to; empty for xl's own
   */
  public XlToolstack(String carrier) {
    this.carrier = carrier;
  }

  @Override
  public String name() {
    return "xl";
  }

  @Override
  public Script lookAtHost(long seconds) {
    return Script.of(LOOK, Long.toString(seconds), "host");
  }

  @Override
  public Script lookAtDomains(long seconds) {
    return Script.of(LOOK, Long.toString(seconds), "domains");
  }

  @Override
  public HostFound.Up readHost(HostAddress host, Sections answer) throws HostTrouble {
    try {
      XlInfo info = XlInfo.parse(text(answer, "info", "xl info"));
      return new HostFound.Up(
          host,
          "xl " + info.version(),
          info.cpus(),
          info.totalMemory(),
          info.freeMemory(),
          domains(answer));
    } catch (NotUnderstood other) {
      throw trouble(host, other);
    }
  }

  @Override
  public List<Domain> readDomains(HostAddress host, Sections answer) throws HostTrouble {
    try {
      return domains(answer);
    } catch (NotUnderstood other) {
      throw trouble(host, other);
    }
  }

  private static List<Domain> domains(Sections answer) throws NotUnderstood {
    XlList list = XlList.parse(text(answer, "list", "xl list"));
    XlListLong details =
        answer.has("long")
            ? XlListLong.parse(text(answer, "long", "xl list -l"))
            : XlListLong.parse("[]");
    return list.rows().stream()
        .filter(row -> row.id() != 0)
        .map(row -> domain(row, details.details(row.id())))
        .toList();
  }

  private static Domain domain(XlList.Row row, XlListLong.Details details) {
    return new Domain(
        row.id(),
        row.name(),
        row.uuid().or(details::uuid),
        row.vcpus(),
        row.memory(),
        row.state(),
        details.macs());
  }

  private static String text(Sections answer, String name, String command) throws NotUnderstood {
    if (answer.succeeded(name)) {
      return answer.text(name);
    }
    List<String> exit = answer.words(name + "-exit");
    throw new NotUnderstood(
        exit.isEmpty()
            ? "its answer to '" + command + "' broke off"
            : "'"
                + command
                + "' failed there with exit code "
                + exit.get(0)
                + ": "
                + ToolText.firstLine(answer.errors()));
  }

  private static HostTrouble trouble(HostAddress host, NotUnderstood other) {
    return new HostTrouble(
        TroubleKind.REFUSED,
        host
            + " could not be looked at: "
            + other.getMessage()
            + ". Run the command on the host and see what it says.");
  }

  @Override
  public String words() {
    return WORDS;
  }

  @Override
  public String carrier() {
    return carrier;
  }

  @Override
  public Diagnosis diagnose(int exit, String errors) {
    return XlTroubles.diagnose(exit, errors);
  }
}
