package org.xsm.engine.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.site.MacAddress;

/** Unknown machines that people do not want to be asked about. */
public final class IgnoredMachines {
  private final JdbcClient database;
  private final Clock clock;

  public IgnoredMachines(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Set<MacAddress> all() {
    return database.sql("select mac from xsm_ignored_machine").query(String.class).list().stream()
        .map(MacAddress::new)
        .collect(Collectors.toSet());
  }

  /** Does nothing where the machine is ignored already. */
  public void add(MacAddress machine, String person) {
    if (!all().contains(machine)) {
      database
          .sql("insert into xsm_ignored_machine (mac, person, at) values (?, ?, ?)")
          .params(
              machine.value(), person, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
    }
  }
}
