package org.xsm.engine.store;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.run.Person;
import org.xsm.workflows.run.Verdict;
import org.xsm.workflows.run.View;
import org.xsm.workflows.run.Views;

/** The views that people keep. */
public final class JdbcViews implements Views {
  private final JdbcClient database;

  public JdbcViews(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<View> of(Person person) {
    return database
        .sql("select name, query from xsm_view where person = ? order by name")
        .param(person.name())
        .query((row, number) -> new View(row.getString("name"), row.getString("query")))
        .list();
  }

  @Override
  public Verdict keep(Person person, View view) {
    if (replace(person, view) > 0) {
      return Verdict.taken();
    }
    if (of(person).size() >= MOST) {
      return Verdict.refused(
          Verdict.Why.INCOMPLETE, "You keep " + MOST + " views already. Remove one first.");
    }
    try {
      database
          .sql("insert into xsm_view (person, name, query) values (?, ?, ?)")
          .params(person.name(), view.name(), view.query())
          .update();
    } catch (DuplicateKeyException keptMeanwhile) {
      replace(person, view);
    }
    return Verdict.taken();
  }

  private int replace(Person person, View view) {
    return database
        .sql("update xsm_view set query = ? where person = ? and name = ?")
        .params(view.query(), person.name(), view.name())
        .update();
  }

  @Override
  public void forget(Person person, String name) {
    database
        .sql("delete from xsm_view where person = ? and name = ?")
        .params(person.name(), name)
        .update();
  }
}
