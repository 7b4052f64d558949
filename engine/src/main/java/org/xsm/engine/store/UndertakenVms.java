package org.xsm.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.plan.Undertaken;
import org.xsm.workflows.plan.UndertakenVm;
import org.xsm.workflows.plan.VmStep;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/**
 * The VMs that we have undertaken: written before a create step first acts, taken out when its
 * retire step is done. So a VM that we may have made is never forgotten, whatever became of the
 * run; and as long as it is on the move, neither is any host that it may be on.
 */
public final class UndertakenVms {
  private static final String SELECT = "select set_name, vm, moving_to, guest_config from xsm_vm ";

  private final JdbcClient database;
  private final UndertakenHosts machines;

  public UndertakenVms(JdbcClient database, UndertakenHosts machines) {
    this.database = database;
    this.machines = machines;
  }

  /** All undertaken machines and VMs, as a site. */
  public Site site() {
    Map<String, Optional<String>> owners = new LinkedHashMap<>();
    database
        .sql("select name, owner from xsm_set order by name")
        .query(
            (RowCallbackHandler)
                row ->
                    owners.put(row.getString("name"), Optional.ofNullable(row.getString("owner"))));
    Map<String, List<Vm>> vms = new LinkedHashMap<>();
    database
        .sql("select set_name, vm from xsm_vm order by set_name, place, name")
        .query(
            (RowCallbackHandler)
                row ->
                    vms.computeIfAbsent(row.getString("set_name"), none -> new ArrayList<>())
                        .add(Json.read(row.getString("vm"), Vm.class)));
    return new Site(
        owners.entrySet().stream()
            .map(
                set ->
                    new VmSet(
                        new SetName(set.getKey()),
                        set.getValue(),
                        machines.listOf(set.getKey()),
                        vms.getOrDefault(set.getKey(), List.of())))
            .toList());
  }

  /** All undertaken VMs, each with the guest config that we wrote last; and machines. */
  public Undertaken all() {
    return new Undertaken(
        machines.all(),
        database
            .sql(SELECT + "order by set_name, place, name")
            .query(UndertakenVms::undertaken)
            .list());
  }

  private static UndertakenVm undertaken(ResultSet row, int number) throws SQLException {
    return new UndertakenVm(
        new SetName(row.getString("set_name")),
        Json.read(row.getString("vm"), Vm.class),
        Optional.ofNullable(row.getString("moving_to")).map(HostAddress::new),
        Optional.ofNullable(row.getString("guest_config")));
  }

  /** The step that brings the step's VM back to how we made it last, if there is one. */
  public Optional<VmStep> findWayBack(VmStep step) {
    return database
        .sql(SELECT + "where set_name = ? and name = ?")
        .params(step.set().value(), step.vm().name().value())
        .query(UndertakenVms::undertaken)
        .optional()
        .flatMap(step::back);
  }

  /** From now on this VM is ours to look after, as the step makes it. */
  public void undertake(VmStep step) {
    undertake(step.set(), step.vm(), step.guestConfig());
  }

  private void undertake(SetName set, Vm vm, String guestConfig) {
    int place =
        database
            .sql("select coalesce(max(place), 0) + 1 from xsm_vm where set_name = ?")
            .param(set.value())
            .query(Integer.class)
            .single();
    int known =
        database
            .sql(
                "update xsm_vm set vm = ?, guest_config = ?, moving_to = null where set_name = ? and name = ?")
            .params(Json.write(vm), guestConfig, set.value(), vm.name().value())
            .update();
    if (known == 0) {
      database
          .sql(
              "insert into xsm_vm (set_name, name, place, vm, guest_config) values (?, ?, ?, ?, ?)")
          .params(set.value(), vm.name().value(), place, Json.write(vm), guestConfig)
          .update();
    }
  }

  /** From now on, until it is undertaken there, the VM may be on this host too. */
  public void move(VmStep step) {
    if (beginMove(step) == 0) {
      Vm before = step.from().map(step.vm()::at).orElse(step.vm());
      undertake(step.set(), before, step.guestConfig());
      beginMove(step);
    }
  }

  private int beginMove(VmStep step) {
    return database
        .sql("update xsm_vm set moving_to = ? where set_name = ? and name = ?")
        .params(step.vm().host().value(), step.set().value(), step.vm().name().value())
        .update();
  }

  /** The VM is gone. */
  public void forget(SetName set, VmName vm) {
    database
        .sql("delete from xsm_vm where set_name = ? and name = ?")
        .params(set.value(), vm.value())
        .update();
  }

  /** Remembers the set and its owner. */
  public void remember(VmSet set) {
    int known =
        database
            .sql("update xsm_set set owner = ? where name = ?")
            .params(set.owner().orElse(null), set.name().value())
            .update();
    if (known == 0) {
      database
          .sql("insert into xsm_set (name, owner) values (?, ?)")
          .params(set.name().value(), set.owner().orElse(null))
          .update();
    }
  }

  /** Puts the set's VMs into the order of the file. */
  public void order(VmSet set) {
    int place = 0;
    for (Vm vm : set.vms()) {
      database
          .sql("update xsm_vm set place = ? where set_name = ? and name = ?")
          .params(place++, set.name().value(), vm.name().value())
          .update();
    }
  }
}
