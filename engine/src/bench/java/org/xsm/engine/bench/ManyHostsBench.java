package org.xsm.engine.bench;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.crash.RunningJar;
import org.xsm.engine.journey.SiteText;

/**
 * How long 64 VMs on 16 hosts take where a create takes 1.5 s and a host makes one VM at a time,
 * against the least that is possible: 4 × 1.5 s. Once with neighbours in the file on different
 * hosts, once with neighbours on the same host.
 */
public final class ManyHostsBench {
  private static final String NET = "10.1.0.";
  private static final int VMS = 64;
  private static final int HOSTS = 16;
  private static final double BOUND = 4 * 1.5;

  private final Ground ground;
  private final RunningJar jar;

  private ManyHostsBench(Ground ground, RunningJar jar) {
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
                "--xsm.simulated.create-time=1500ms",
                // Sixteen logins at once are much for a machine that is busy and a JVM that is cold.
                "--xsm.ssh.login-timeout=2m",
                "--xsm.observation.period=1h")) {
      jar.awaitReady();
      ManyHostsBench bench = new ManyHostsBench(ground, jar);
      bench.measure("first run", "first", vm -> vm % HOSTS);
      for (int round = 1; round <= 3; round++) {
        bench.measure("spread", "spread" + round, vm -> vm % HOSTS);
        bench.measure("in blocks", "blocks" + round, vm -> vm / (VMS / HOSTS));
      }
    }
    System.out.println("load " + Ground.load());
  }

  private void measure(String what, String set, IntUnaryOperator hostOf) throws Exception {
    SiteText file = SiteText.of(set);
    for (int vm = 0; vm < VMS; vm++) {
      file = file.with("%s-%02d".formatted(set, vm), NET + (hostOf.applyAsInt(vm) + 1));
    }
    ProcessorTime before = ProcessorTime.of(jar.pid());
    long dropped = ground.drop(set + ".xml", file.bytes());
    Ground.await(() -> appliedAt(set) > 0);
    List<Instant> acts =
        IntStream.rangeClosed(1, HOSTS)
            .mapToObj(host -> ground.home().resolve("data/simulated/" + NET + host))
            .flatMap(folder -> new SimulatedHost(folder).effects().stream())
            .filter(effect -> effect.name().startsWith(set + "-"))
            .map(Effect::at)
            .sorted(Comparator.naturalOrder())
            .toList();
    long first = acts.get(0).toEpochMilli();
    long last = acts.get(acts.size() - 1).toEpochMilli();
    System.out.printf(
        Locale.ROOT,
        "%-10s first to last act %.2f s = %.2f x bound; drop to last VM %.2f s = %.2f x; to applied %.2f s; %s%n",
        what,
        (last - first) / 1e3,
        (last - first) / 1e3 / BOUND,
        (last - dropped) / 1e3,
        (last - dropped) / 1e3 / BOUND,
        (appliedAt(set) - dropped) / 1e3,
        ProcessorTime.of(jar.pid()).since(before));
  }

  /** When the set's run was applied, ms since 1970; 0 until then. */
  private long appliedAt(String set) {
    var runs = jar.caller("operator").get("/api/runs?state=applied&set=" + set).json();
    if (runs.isEmpty()) {
      return 0;
    }
    var journal =
        jar.caller("operator").get("/api/runs/" + runs.get(0).get("id").asText()).json()
            .get("journal");
    return Instant.parse(journal.get(journal.size() - 1).get("at").asText()).toEpochMilli();
  }
}
