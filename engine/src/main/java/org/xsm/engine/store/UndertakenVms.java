package org.xsm.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xsm.workflows.site.SetName;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.site.VmName;
import org.xsm.workflows.site.VmSet;

/**
 * The VMs that we have undertaken: written before a create step first acts, taken out when its
 * retire step is done. So a VM that we may have made is never forgotten, whatever became of the
 * run.
 */
public final class UndertakenVms {
  private final JdbcClient database;

  public UndertakenVms(JdbcClient database) {
    this.database = database;
  }

  /** All undertaken VMs, as a site. */
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
                        vms.getOrDefault(set.getKey(), List.of())))
            .toList());
  }

  /** From now on this VM is ours to look after, in this form. */
  public void undertake(SetName set, Vm vm) {
    int place =
        database
            .sql("select coalesce(max(place), 0) + 1 from xsm_vm where set_name = ?")
            .param(set.value())
            .query(Integer.class)
            .single();
    int known =
        database
            .sql("update xsm_vm set vm = ? where set_name = ? and name = ?")
            .params(Json.write(vm), set.value(), vm.name().value())
            .update();
    if (known == 0) {
      database
          .sql("insert into xsm_vm (set_name, name, place, vm) values (?, ?, ?, ?)")
          .params(set.value(), vm.name().value(), place, Json.write(vm))
          .update();
    }
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
