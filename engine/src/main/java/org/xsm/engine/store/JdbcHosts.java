package org.xsm.engine.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.site.HostAddress;

/** What each known host answered when it was last asked, for the pages. */
public final class JdbcHosts {
  private final JdbcClient database;
  private final Installation installation;
  private final Clock clock;

  public JdbcHosts(JdbcClient database, Installation installation, Clock clock) {
    this.database = database;
    this.installation = installation;
    this.clock = clock;
  }

  /** All known hosts, sorted by address. */
  public List<HostFound> list() {
    return new Observation(
            database.sql("select found from xsm_host").query(String.class).list().stream()
                .map(json -> Json.read(json, HostFound.class))
                .toList())
        .hosts();
  }

  /** What this host answered last. */
  public Optional<HostFound> find(HostAddress host) {
    return database
        .sql("select found from xsm_host where address = ?")
        .param(host.value())
        .query(String.class)
        .optional()
        .map(json -> Json.read(json, HostFound.class));
  }

  /**
   * Remembers these answers. Takes the installation's lock, since a run and the periodic look often
   * meet a new host at the same moment; so call it before a run's own row is touched.
   */
  public void keep(Collection<HostFound> hosts) {
    installation.lock();
    for (HostFound host : hosts) {
      OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      int known =
          database
              .sql("update xsm_host set found = ?, at = ? where address = ?")
              .params(Json.write(host), now, host.address().value())
              .update();
      if (known == 0) {
        database
            .sql("insert into xsm_host (found, at, address) values (?, ?, ?)")
            .params(Json.write(host), now, host.address().value())
            .update();
      }
    }
  }

  /** Forgets every host but these. */
  public void keepOnly(Set<HostAddress> needed) {
    database.sql("select address from xsm_host").query(String.class).list().stream()
        .filter(address -> !needed.contains(new HostAddress(address)))
        .forEach(
            address ->
                database.sql("delete from xsm_host where address = ?").param(address).update());
  }
}
