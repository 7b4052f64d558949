package org.xsm.workflows.plan;

import java.util.ArrayList;
import java.util.List;
import org.xsm.workflows.site.Vm;

/** Collects what the approver must know, in whole sentences. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Something about a VM.
   *
   * @param message goes on after the VM's name
   */
  void add(FindingKind kind, Vm vm, String message, String advice) {
    add(kind, vm.name().value(), vm.name() + " " + message, advice);
  }

  /** What stands against doing something with a VM. */
  void add(Vm vm, Obstacle obstacle) {
    add(obstacle.kind(), vm, obstacle.message(), obstacle.advice());
  }

  void add(FindingKind kind, String subject, String message, String advice) {
    add(new Finding(kind, subject, sentence(message), advice));
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  List<Finding> list() {
    return findings;
  }

  /** With one full stop at its end; what a host said may have brought one, or a question mark. */
  private static String sentence(String words) {
    return words.matches("(?s).*[.?!]") ? words : words + ".";
  }
}
