package org.xsm.engine.store;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one row by which this installation knows its own VMs, and by which transactions over all runs
 * take turns.
 */
public final class Installation {
  private final JdbcClient database;

  public Installation(JdbcClient database) {
    this.database = database;
  }

  /** The id that marks our VMs; made at the first start. */
  public UUID id() {
    return database
        .sql("select id from xsm_installation")
        .query(String.class)
        .optional()
        .map(UUID::fromString)
        .orElseGet(this::found);
  }

  private UUID found() {
    UUID id = UUID.randomUUID();
    database.sql("insert into xsm_installation (id) values (?)").param(id.toString()).update();
    return id;
  }

  /**
   * Until the end of the transaction nobody else submits, starts steps or closes a run. Always
   * taken before a run's own row, so that no two transactions can wait for each other.
   */
  public void lock() {
    database.sql("select id from xsm_installation for update").query(String.class).single();
  }
}
