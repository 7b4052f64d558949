package org.xsm.webtasks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditEntry.Way;
import org.xsm.workflows.people.Extent;
import org.xsm.workflows.people.TokenWish;
import org.xsm.workflows.run.Person;

/** Tokens and a morning's audit log, to look at. */
final class SamplePeople {
  private SamplePeople() {}

  static void fill(FakeTokens tokens, FakeAudit audit) {
    Person admin = new Person("admin", Set.of("admin"));
    tokens.issue(admin, new TokenWish("nightly backup", Duration.ofDays(90), Extent.VIEWER));
    tokens.issue(admin, new TokenWish("deploys from CI", Duration.ofDays(30), Extent.PERSON));
    List.of(
            entry("admin", Way.PAGE, "login", "/login", 200),
            entry("alice.smith@example.org", Way.BASIC, "POST", "/api/site", 202),
            entry("operator", Way.TOKEN, "POST", "/api/runs/4e5f6a7b-applying/cancel", 202),
            entry("viewer", Way.PAGE, "POST", "/submit", 403),
            entry("mallory", Way.PAGE, "login", "/login", 401),
            entry("approver", Way.PAGE, "POST", "/inbox/task-approve/approve", 302),
            entry("approver", Way.PAGE, "logout", "/logout", 302))
        .forEach(audit::add);
  }

  private static AuditEntry entry(String person, Way way, String act, String path, int status) {
    return new AuditEntry(Samples.NOW, person, "192.168.5.7", way, act, path, status);
  }
}
