package org.xsm.webtasks.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xsm.workflows.people.AuditEntry;

/**
 * The audit log for spreadsheets (RFC 4180). Names and paths are strangers' texts: one that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
final class AuditCsv {
  private static final String END = "\r\n";
  private static final String HEAD = "at,person,address,way,act,path,status" + END;
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|%";

  private AuditCsv() {}

  static String of(List<AuditEntry> entries) {
    return entries.stream().map(AuditCsv::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(AuditEntry entry) {
    return Stream.of(
            entry.at().toString(),
            entry.person(),
            entry.address(),
            entry.way().label(),
            entry.act(),
            entry.path(),
            String.valueOf(entry.status()))
        .map(AuditCsv::cell)
        .collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    String seen = text.stripLeading();
    boolean formula = !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
