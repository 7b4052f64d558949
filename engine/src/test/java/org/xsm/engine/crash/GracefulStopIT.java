package org.xsm.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.engine.journey.SiteText;

/** The manager is asked to end (SIGTERM) in the middle of its work. */
class GracefulStopIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String HOST = "10.78.0.1";
  private static final int ENDED_AS_ASKED = 128 + 15;
  private static final String[] SETTINGS = {
    "--xsm.approval.policy=auto-approve",
    "--xsm.observation.period=2s",
    "--xsm.simulated.create-time=200ms"
  };

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  private RunningJar jar;

  @AfterEach
  void end() {
    jar.close();
  }

  @Test
  void a_manager_that_is_ended_while_it_looks_at_hosts_complains_of_nothing_and_goes_on_later()
      throws IOException {
    SiteText file = SiteText.of("stop").with("vm1", HOST);
    start();
    awaitApplied(submit(file));
    SimulatedHost host = new SimulatedHost(home.resolve("data/simulated").resolve(HOST));
    Path looking = slowDown(host);
    String run = submit(file.with("vm2", HOST));
    await().atMost(PATIENCE).until(() -> Files.exists(looking));

    assertThat(jar.end()).isEqualTo(ENDED_AS_ASKED);
    assertThat(Files.readAllLines(home.resolve("manager.log")))
        .noneMatch(line -> line.contains("ERROR") || line.startsWith("\tat "));

    host.heal();
    start();
    awaitApplied(run);
    assertThat(host.count("create")).isEqualTo(2);
  }

  private void start() {
    jar = RunningJar.start(home, SETTINGS);
    jar.awaitReady();
  }

  private String submit(SiteText file) {
    JsonNode answer = jar.caller("operator").postXml("/api/site", file.bytes()).json();
    return answer.get("run").asText();
  }

  private void awaitApplied(String run) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> jar.caller("operator").get("/api/runs/" + run).json().path("state").asText(),
            "applied"::equals);
  }

  /**
   * From now on the host thinks long before it answers; answers the file that says that it does.
   */
  private static Path slowDown(SimulatedHost host) throws IOException {
    Path looking = host.folder().resolve("looking");
    Path program = host.folder().resolve("faults/info.before");
    Files.writeString(program, "#!/bin/sh\n: >'" + looking + "'\nsleep 8\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return looking;
  }
}
