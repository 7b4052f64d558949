package org.xsm.connectors.xen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/**
 * What tools say when something is wrong, most telling first: of several that are there, the first
 * of this list counts, since one cause makes tools complain of its consequences as well.
 */
public final class Symptoms {
  private record Symptom(TroubleKind kind, Pattern pattern) {}

  private final List<Symptom> symptoms = new ArrayList<>();

  /**
   * Adds what is looked for after all others.
   *
   * @param patterns regular expressions, of which one must be found in a line
   */
  public Symptoms then(TroubleKind kind, String... patterns) {
    symptoms.add(new Symptom(kind, Pattern.compile(String.join("|", patterns))));
    return this;
  }

  /** The diagnosis, with the first line that says so; none when nothing known is said. */
  public Optional<Diagnosis> find(List<String> lines) {
    for (Symptom symptom : symptoms) {
      for (String line : lines) {
        if (symptom.pattern().matcher(line).find()) {
          return Optional.of(new Diagnosis(symptom.kind(), ToolText.line(line)));
        }
      }
    }
    return Optional.empty();
  }
}
