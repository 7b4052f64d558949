package org.xsm.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.site.HostAddress;

/** The contract on simulated hosts with xl. */
class XlContractTest extends ConnectorContract {
  @Override
  String[] settings() {
    return new String[] {
      "xsm.simulated.create-time=200ms",
      "xsm.simulated.shutdown-time=200ms",
      "xsm.simulated.migrate-time=10s"
    };
  }

  @Override
  List<HostAddress> hosts() {
    return List.of(new HostAddress("192.168.5.101"), new HostAddress("192.168.5.102"));
  }

  @Test
  void what_a_killed_creation_has_left_is_ended_and_the_vm_created_anew() {
    try (Manager manager = Manager.in(home, settings())) {
      HostAddress host = hosts().get(0);
      Target target = Manager.target(host, "half");
      manager.end(new Command.WriteConfig(target, config(target)));
      manager.host(host).dieDuring("create", 1);
      assertThat(manager.end(new Command.CreateVm(target))).isInstanceOf(Outcome.Trouble.class);
      assertThat(manager.host(host).domains()).hasSize(1);

      Outcome again = manager.end(new Command.CreateVm(Manager.target(host, "half")));

      assertThat(again.toString()).contains("Created half", "was ended first");
      Target check = Manager.target(host, "half");
      assertThat(manager.carryOut(new Command.CheckRunning(check)))
          .isInstanceOf(Outcome.Done.class);
      assertThat(manager.host(host).effects())
          .filteredOn(effect -> effect.verb().equals("create") && effect.name().equals("half"))
          .hasSize(1);
      manager.end(new Command.DestroyVm(check));
    }
  }

  private String config(Target target) {
    return "name = \"%s\"\nuuid = \"%s\"\nmemory = 96\n%s\n"
        .formatted(target.vm(), target.uuid(), guest());
  }

  @Override
  String guest() {
    return "kernel = \"/boot/guest\"\nvif = [ 'bridge=xenbr0' ]";
  }
}
