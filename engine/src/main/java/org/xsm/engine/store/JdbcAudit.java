package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.people.AuditEntry;
import org.xsm.workflows.people.AuditLog;
import org.xsm.workflows.people.AuditQuery;

/** The audit log in our own table. What is old goes when something new comes, once an hour. */
public final class JdbcAudit implements AuditLog {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final JdbcClient database;
  private final Duration keep;
  private final Clock clock;
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  public JdbcAudit(JdbcClient database, Duration keep, Clock clock) {
    this.database = database;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void add(AuditEntry entry) {
    database
        .sql(
            """
            insert into xsm_audit (at, person, address, way, act, path, status)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(at(entry.at()), entry.person(), entry.address(), entry.way().label())
        .params(entry.act(), entry.path(), entry.status())
        .update();
    clean();
  }

  private void clean() {
    Instant now = clock.instant();
    Instant last = cleaned.get();
    if (!now.isBefore(last.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
      database.sql("delete from xsm_audit where at < ?").param(at(now.minus(keep))).update();
    }
  }

  @Override
  public List<AuditEntry> list(AuditQuery query) {
    return database
        .sql(
            """
            select * from xsm_audit
            where at >= :from and at < :to and (:person = '' or person = :person)
            order by number desc limit :size offset :skipped""")
        .param("from", at(query.from().orElse(Instant.EPOCH)))
        .param("to", at(query.to().orElse(clock.instant().plus(BETWEEN_CLEANINGS))))
        .param("person", query.person().orElse(""))
        .param("size", query.size())
        .param("skipped", query.skipped())
        .query(JdbcAudit::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("person"),
        row.getString("address"),
        AuditEntry.Way.parse(row.getString("way")),
        row.getString("act"),
        row.getString("path"),
        row.getInt("status"));
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
