package org.xsm.webtasks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditLog;
import org.xsm.workflows.people.AuditQuery;

/** Stands in for the audit log; the newest entry comes first. */
final class FakeAudit implements AuditLog {
  final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void add(AuditEntry entry) {
    entries.add(0, entry);
  }

  @Override
  public List<AuditEntry> list(AuditQuery query) {
    return entries.stream()
        .filter(entry -> query.person().filter(name -> !name.equals(entry.person())).isEmpty())
        .skip(query.skipped())
        .limit(query.size())
        .toList();
  }
}
