package org.xsm.engine.bench;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.crash.RunningJar;

/**
 * How long 256 VMs on 32 hosts take until they are as the file says, against the least that the
 * hosts' own times and the manager's limits allow: first all of them are created, then mixed
 * changes are made ({@link ChangingSite}), three times.
 */
public final class ConvergenceBench {
  private static final String SET = "changing";
  private static final int HOSTS = 32;
  private static final int VMS_ON_EACH = 8;

  private final Ground ground;
  private final RunningJar jar;
  private final ChangingSite site = new ChangingSite("10.2.0.", HOSTS, VMS_ON_EACH);

  private ConvergenceBench(Ground ground, RunningJar jar) {
    this.ground = ground;
    this.jar = jar;
  }

  public static void main(String... args) throws Exception {
    System.out.println("load " + Ground.load());
    try (Ground ground = Ground.fresh();
        RunningJar jar =
            RunningJar.startWith(
                List.of("-Xmx512m"),
                ground.home(),
                "--xsm.approval.policy=auto-approve",
                "--xsm.simulated.create-time=" + millis(Bound.CREATE),
                "--xsm.simulated.shutdown-time=" + millis(Bound.SHUTDOWN),
                "--xsm.simulated.migrate-time=" + millis(Bound.MIGRATION_OF_A_GIB),
                // All logins at once are much for a machine that is busy and a JVM that is cold.
                "--xsm.ssh.login-timeout=4m",
                "--xsm.observation.period=1h")) {
      jar.awaitReady();
      new ConvergenceBench(ground, jar).run();
    }
    System.out.println("load " + Ground.load());
  }

  private static String millis(double seconds) {
    return Math.round(seconds * 1000) + "ms";
  }

  private void run() throws Exception {
    measure("create", Bound.ofCreates(HOSTS, VMS_ON_EACH));
    for (int round = 1; round <= 3; round++) {
      Bound bound = Bound.ofChange(HOSTS, site.moving());
      site.change();
      measure("change" + round, bound);
    }
  }

  private void measure(String what, Bound bound) throws Exception {
    ProcessorTime before = ProcessorTime.of(jar.pid());
    long dropped = ground.drop(what + ".xml", site.file(SET).bytes());
    Ground.await(() -> appliedAt(what + ".xml") > 0);
    List<Instant> acts =
        site.addresses().stream()
            .map(host -> ground.home().resolve("data/simulated").resolve(host))
            .flatMap(folder -> new SimulatedHost(folder).effects().stream())
            .map(Effect::at)
            .filter(at -> at.toEpochMilli() >= dropped)
            .sorted(Comparator.naturalOrder())
            .toList();
    double first = (acts.get(0).toEpochMilli() - dropped) / 1e3;
    double last = (acts.get(acts.size() - 1).toEpochMilli() - dropped) / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%-8s %d VMs, %d acts: first to last act %.1f s = %.2f x bound %.1f s; drop to first act %.1f s, to last %.1f s, to applied %.1f s; %s%n",
        what,
        site.vms(),
        acts.size(),
        last - first,
        (last - first) / bound.seconds(),
        bound.seconds(),
        first,
        last,
        (appliedAt(what + ".xml") - dropped) / 1e3,
        ProcessorTime.of(jar.pid()).since(before));
  }

  /** When the run of this file was applied, ms since 1970; 0 until then. */
  private long appliedAt(String file) {
    for (var run : jar.caller("operator").get("/api/runs?set=" + SET).json()) {
      if (run.get("fileName").asText().equals(file)
          && run.get("state").asText().equals("applied")) {
        var journal =
            jar.caller("operator").get("/api/runs/" + run.get("id").asText()).json()
                .get("journal");
        return Instant.parse(journal.get(journal.size() - 1).get("at").asText()).toEpochMilli();
      }
    }
    return 0;
  }
}
