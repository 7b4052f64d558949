package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.plan.HostStep;
import org.xsm.workflows.plan.UndertakenHost;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.SetName;

/**
 * The machines that we have deployed or begun to: written before a deployment first acts, taken out
 * when the host is let go.
 */
public final class UndertakenHosts {
  private final JdbcClient database;

  public UndertakenHosts(JdbcClient database) {
    this.database = database;
  }

  /** All of all sets. */
  public List<UndertakenHost> all() {
    return database
        .sql("select set_name, machine, image from xsm_machine order by set_name, name")
        .query(UndertakenHosts::undertaken)
        .list();
  }

  /** The machines of one set that are hosts, by their names. */
  List<BareHost> listOf(String set) {
    return all().stream()
        .filter(host -> host.set().value().equals(set) && host.image().isPresent())
        .map(UndertakenHost::machine)
        .toList();
  }

  private static UndertakenHost undertaken(ResultSet row, int number) throws SQLException {
    return new UndertakenHost(
        new SetName(row.getString("set_name")),
        Json.read(row.getString("machine"), BareHost.class),
        Optional.ofNullable(row.getString("image")).map(ImageName::new));
  }

  /** A deployment begins: what lay on the machine's disk is not to be counted on any more. */
  public void begin(HostStep step) {
    keep(step, Optional.empty());
  }

  /** The machine is a host, with the step's image on its disk. */
  public void finish(HostStep step) {
    keep(step, Optional.of(step.machine().image()));
  }

  private void keep(HostStep step, Optional<ImageName> image) {
    String machine = Json.write(step.machine());
    String onDisk = image.map(ImageName::value).orElse(null);
    String set = step.set().value();
    int known =
        database
            .sql("update xsm_machine set machine = ?, image = ? where set_name = ? and name = ?")
            .params(machine, onDisk, set, step.target())
            .update();
    if (known == 0) {
      database
          .sql("insert into xsm_machine (set_name, name, machine, image) values (?, ?, ?, ?)")
          .params(set, step.target(), machine, onDisk)
          .update();
    }
  }

  /** The host is let go. */
  public void forget(HostStep step) {
    database
        .sql("delete from xsm_machine where set_name = ? and name = ?")
        .params(step.set().value(), step.target())
        .update();
  }
}
