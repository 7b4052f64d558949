package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.run.Refusal;
import org.xsm.workflows.run.RunId;
import org.xsm.workflows.run.SubmittedFile;
import org.xsm.workflows.site.Problem;

/** The files that were refused lately. The files themselves lie in {@code rejected/}. */
public final class JdbcRefusals {
  private static final int KEPT = 20;

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public JdbcRefusals(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Remembers a refusal, the same drop once, and forgets old ones. */
  public void add(String id, SubmittedFile file, List<Problem> problems) {
    int known =
        database
            .sql("select count(*) from xsm_refusal where claim = ?")
            .param(file.claim())
            .query(Integer.class)
            .single();
    if (known > 0) {
      return;
    }
    database
        .sql(
            "insert into xsm_refusal (id, claim, file_name, submitted_by, at, problems) values (?, ?, ?, ?, ?, ?)")
        .params(
            id,
            file.claim(),
            NewRun.cut(file.name()),
            file.submittedBy(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            Json.write(problems))
        .update();
    database
        .sql(
            "delete from xsm_refusal where id not in (select id from xsm_refusal order by at desc, id desc limit "
                + KEPT
                + ")")
        .update();
    events.publishEvent(new RunChanged(new RunId(id)));
  }

  /** Newest first. */
  public List<Refusal> list() {
    return database
        .sql(
            "select id, file_name, submitted_by, at, problems from xsm_refusal order by at desc, id desc")
        .query(JdbcRefusals::refusal)
        .list();
  }

  private static Refusal refusal(ResultSet row, int number) throws SQLException {
    return new Refusal(
        row.getString("id"),
        row.getString("file_name"),
        row.getString("submitted_by"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        List.of(Json.read(row.getString("problems"), Problem[].class)));
  }
}
