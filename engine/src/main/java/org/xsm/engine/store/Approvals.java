package org.xsm.engine.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.run.RunId;

/** Who approved which digest of which run. Rows are only ever added. */
public final class Approvals {
  private final JdbcClient database;
  private final Clock clock;

  public Approvals(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The people who have approved this digest. */
  public List<String> people(RunId run, String digest) {
    return database
        .sql("select person from xsm_approval where run_id = ? and digest = ? order by at")
        .params(run.value(), digest)
        .query(String.class)
        .list();
  }

  public void add(RunId run, String digest, String person, String remark) {
    database
        .sql("insert into xsm_approval (run_id, digest, person, at, remark) values (?, ?, ?, ?, ?)")
        .params(
            run.value(),
            digest,
            person,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            remark)
        .update();
  }
}
