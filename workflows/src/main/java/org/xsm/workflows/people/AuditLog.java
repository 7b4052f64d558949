package org.xsm.workflows.people;

import java.util.List;

/** Who did what from where. Only grows, but for what is older than is to be kept. */
public interface AuditLog {
  void add(AuditEntry entry);

  /** Newest first. */
  List<AuditEntry> list(AuditQuery query);
}
