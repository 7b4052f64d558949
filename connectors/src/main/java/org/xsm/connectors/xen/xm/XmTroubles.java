package org.xsm.connectors.xen.xm;

import java.util.List;
import org.xsm.connectors.xen.Symptoms;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/**
 * Why {@code xm} failed. Its exit code is 3 for an unknown domain and 1 for all else; its message
 * may mean something quite different from what it says. From xend's sources and the field.
 */
final class XmTroubles {
  private static final int UNKNOWN_DOMAIN = 3;
  private static final int LINES = 200;

  private static final Symptoms SYMPTOMS =
      new Symptoms()
          .then(TroubleKind.REFUSED, "Unable to connect to xend", "is already connected")
          .then(
              TroubleKind.NAME_TAKEN,
              "VM name .* already (exists|in use)",
              "Domain .* already exists")
          .then(TroubleKind.VM_GONE, "Domain '.*' does not exist", "No such domain")
          .then(
              TroubleKind.NO_MEMORY,
              "I need .* KiB, but",
              // What a target without memory makes of the socket, and xend of a failed allocation.
              "\\(107, 'Transport endpoint is not connected'\\)",
              "an integer is required",
              "[Nn]ot enough (free )?memory",
              "Out of memory",
              "Cannot allocate memory")
          .then(
              TroubleKind.UNREACHABLE,
              "can't connect: ",
              "\\((110|111|113), '",
              "Name or service not known",
              "Connection (refused|timed out|reset)")
          .then(
              TroubleKind.INTERRUPTED,
              "Timed out waiting for",
              "Device \\S+ not connected",
              "Interrupted system call")
          .then(
              TroubleKind.BAD_CONFIG,
              "could not be connected",
              "not a valid disk type",
              "Attribute .* not declared",
              "Boot loader didn't return",
              "does not exist",
              "Unable to (open|find)",
              "invalid (syntax|mac|vif)",
              "Kernel image .* not",
              "Error: Disk image");

  private XmTroubles() {}

  static Diagnosis diagnose(int exit, String errors) {
    List<String> lines =
        errors.lines().limit(LINES).map(String::strip).filter(line -> !line.isEmpty()).toList();
    return SYMPTOMS.find(lines).orElseGet(() -> unknown(exit, lines));
  }

  private static Diagnosis unknown(int exit, List<String> lines) {
    String cause =
        lines.stream()
            .filter(line -> line.matches("(?i).*\\berr(or)?\\b.*"))
            .findFirst()
            .or(() -> lines.stream().filter(line -> exit <= Diagnosis.SIGNALLED).findFirst())
            .map(ToolText::line)
            .orElse(Diagnosis.wordless("xm", exit));
    return new Diagnosis(kind(exit), cause);
  }

  private static TroubleKind kind(int exit) {
    if (exit == UNKNOWN_DOMAIN) {
      return TroubleKind.VM_GONE;
    }
    return exit > Diagnosis.SIGNALLED ? TroubleKind.INTERRUPTED : TroubleKind.REFUSED;
  }
}
