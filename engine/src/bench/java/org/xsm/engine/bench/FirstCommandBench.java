package org.xsm.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.crash.RunningJar;
import org.xsm.engine.journey.SiteText;

/**
 * How long after a file's drop the first command reaches a host, and how long until the first one
 * that acts there. Taken from the host's own notes. Arguments: drops to measure (60), drops before
 * them (20).
 */
public final class FirstCommandBench {
  private static final String HOST = "192.0.2.1";
  private static final String NOTING_XL =
      """
      #!/bin/sh
      date +%s%3N >>"$XSM_SIMULATED_HOST/calls.log"
      exec "${0%/*}/xl.real" "$@"
      """;

  private final Ground ground;
  private final SimulatedHost host;
  private final Path calls;
  private final List<Long> looks = new ArrayList<>();
  private final List<Long> acts = new ArrayList<>();

  private FirstCommandBench(Ground ground) {
    this.ground = ground;
    Path folder = ground.home().resolve("data/simulated").resolve(HOST);
    host = new SimulatedHost(folder);
    calls = folder.resolve("calls.log");
  }

  public static void main(String... args) throws Exception {
    int measured = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int before = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    System.out.println("load " + Ground.load());
    try (Ground ground = Ground.fresh();
        RunningJar jar =
            RunningJar.startWith(
                List.of("-Xmx512m"),
                ground.home(),
                "--xsm.approval.policy=auto-approve",
                "--xsm.simulated.create-time=50ms",
                "--xsm.observation.period=1h")) {
      jar.awaitReady();
      new FirstCommandBench(ground).measure(jar, before, measured);
    }
    System.out.println("load " + Ground.load());
  }

  private void measure(RunningJar jar, int before, int measured) throws Exception {
    drop(jar, 0);
    noteCalls();
    for (int drop = 1; drop <= before; drop++) {
      drop(jar, drop);
    }
    for (int drop = before + 1; drop <= before + measured; drop++) {
      long at = drop(jar, drop);
      looks.add(firstCall(at) - at);
      acts.add(firstAct(at) - at);
    }
    System.out.println("drop to first command on the host   " + new Figures(looks));
    System.out.println("drop to first create on the host    " + new Figures(acts));
  }

  /** Drops a set of its own with one VM, and waits until all is quiet again. */
  private long drop(RunningJar jar, int number) throws Exception {
    SiteText file = SiteText.of("drop-" + number).with("vm" + number, HOST);
    long at = ground.drop("drop-" + number + ".xml", file.bytes());
    Ground.await(
        () ->
            jar.caller("operator")
                .get("/api/runs?state=applied&set=" + file.set())
                .text()
                .contains("\"applied\""));
    return at;
  }

  /** From now on the host notes every call of {@code xl}. */
  private void noteCalls() throws IOException {
    Path xl = ground.home().resolve("data/simulated/bin/xl");
    Files.copy(xl, xl.resolveSibling("xl.real"), StandardCopyOption.COPY_ATTRIBUTES);
    Path noting = Files.writeString(xl.resolveSibling(".xl.noting"), NOTING_XL);
    Files.setPosixFilePermissions(noting, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(noting, xl, StandardCopyOption.ATOMIC_MOVE);
  }

  private long firstCall(long from) throws IOException {
    try (Stream<String> lines = Files.lines(calls)) {
      return lines.mapToLong(Long::parseLong).filter(at -> at >= from).min().orElseThrow();
    }
  }

  private long firstAct(long from) {
    return host.effects().stream()
        .map(Effect::at)
        .mapToLong(java.time.Instant::toEpochMilli)
        .filter(at -> at >= from)
        .min()
        .orElseThrow();
  }
}
