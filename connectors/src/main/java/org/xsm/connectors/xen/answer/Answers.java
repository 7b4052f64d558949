package org.xsm.connectors.xen.answer;

import java.util.List;
import java.util.Map;
import org.xsm.connectors.xen.HostTrouble;
import org.xsm.connectors.xen.Sections;
import org.xsm.connectors.xen.ToolText;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/**
 * Puts together what a look script has asked a tool: {@code info}, the table of domains, and their
 * details, which each tool prints in a form of its own.
 */
public final class Answers {
  private final String tool;
  private final DetailsForm form;

  /** The form in which a tool prints its long list. */
  public interface DetailsForm {
    /** The details by domain id. */
    Map<Integer, Details> parse(String text) throws NotUnderstood;
  }

  public Answers(String tool, DetailsForm form) {
    this.tool = tool;
    this.form = form;
  }

  public HostFound.Up host(HostAddress host, Sections answer) throws HostTrouble {
    try {
      InfoAnswer info = InfoAnswer.parse(text(answer, "info", "info"));
      return new HostFound.Up(
          host,
          tool + " " + info.version(),
          info.cpus(),
          info.totalMemory(),
          info.freeMemory(),
          domains(answer));
    } catch (NotUnderstood other) {
      throw trouble(host, other);
    }
  }

  public List<Domain> domains(HostAddress host, Sections answer) throws HostTrouble {
    try {
      return domains(answer);
    } catch (NotUnderstood other) {
      throw trouble(host, other);
    }
  }

  private List<Domain> domains(Sections answer) throws NotUnderstood {
    DomainTable table = DomainTable.parse(text(answer, "list", "list"));
    Map<Integer, Details> details =
        answer.has("long") ? form.parse(text(answer, "long", "list -l")) : Map.of();
    return table.rows().stream()
        .filter(row -> row.id() != 0)
        .map(row -> domain(row, details.getOrDefault(row.id(), Details.NONE)))
        .toList();
  }

  private static Domain domain(DomainTable.Row row, Details details) {
    return new Domain(
        row.id(),
        row.name(),
        row.uuid().or(details::uuid),
        details.vcpus().orElse(row.vcpus()),
        row.memory(),
        row.state(),
        details.macs());
  }

  private String text(Sections answer, String name, String command) throws NotUnderstood {
    if (answer.succeeded(name)) {
      return answer.text(name);
    }
    List<String> exit = answer.words(name + "-exit");
    String asked = "'" + tool + " " + command + "'";
    throw new NotUnderstood(
        exit.isEmpty()
            ? "its answer to " + asked + " broke off"
            : asked
                + " failed there with exit code "
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
}
