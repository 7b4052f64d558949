package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds migrations on the simulated site against what two real hosts said and did. */
class MigrationTranscriptsTest {
  /**
   * @param prepared what is done before, behind a host's name
   */
  record Scenario(String name, List<String> prepared, String... steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Scenario> scenarios() {
    String made = "xen1 echo 1 >xen/next-domid; xl create g1.cfg";
    String second = "xen1 echo 2 >xen/next-domid; xl create g1.cfg";
    return Stream.of(
        new Scenario("arriving", List.of(made), "m02-migrate"),
        new Scenario(
            "no way there",
            List.of(second),
            "m07-migrate-unresolvable",
            "m08-migrate-no-route",
            "m09-migrate-refused"),
        new Scenario("nobody", List.of(), "m06-migrate-nosuch"),
        new Scenario(
            "the name is taken there",
            List.of(second, "xen2 echo 2 >xen/next-domid; xl create -p g1.cfg"),
            "m12-name-taken-on-target"),
        new Scenario(
            "too little memory there",
            List.of(
                second,
                "xen2 echo 4 >xen/next-domid; sed 's/^memory.*/memory = 540/; s/\"g1\"/\"f1\"/; /^maxmem/d' g1.cfg >f1.cfg; xl create -p f1.cfg"),
            "m14-target-without-memory"),
        new Scenario(
            "no bridge there",
            List.of(
                "xen1 echo 2 >xen/next-domid; xl create g1.cfg; sed 's/xenbr0/br9/; s/\"g1\"/\"g2\"/' g1.cfg >g2.cfg; xl create g2.cfg",
                "xen2 echo 6 >xen/next-domid; echo br9 >faults/missing"),
            "m16-target-without-bridge"),
        new Scenario(
            "a receiver that dies leaves its half, and that is in the way",
            List.of(
                "xen1 echo 7 >xen/next-domid; xl create g1.cfg",
                "xen2 echo 12 >xen/next-domid; echo times 1 >faults/migrate-receive.die"),
            "n08-receiver-killed",
            "n10-retry-after-receiver-kill"),
        new Scenario(
            "to itself",
            List.of("xen1 echo 11 >xen/next-domid; xl create g1.cfg"),
            "n16-migrate-to-itself"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_simulated_migration_goes_as_a_real_one(Scenario scenario, @TempDir Path site)
      throws IOException {
    Dom0 xen1 = Dom0.in(site, "xen1");
    Dom0 xen2 = Dom0.in(site, "xen2");
    ssh(site);
    for (String each : scenario.prepared()) {
      (each.startsWith("xen1") ? xen1 : xen2).run(each.substring(5));
    }
    for (String step : scenario.steps()) {
      Transcript real = Transcript.read(step);
      assertThat(comparable(xen1.run(played(real.command()))))
          .as(step + ": " + real.command())
          .isEqualTo(comparable(real.answer()));
    }
  }

  /** What is done by killing and pinging on the real host is a fault, or nothing, here. */
  private static String played(String command) {
    return command
        .replaceAll("^\\(sleep 9;[^)]*\\)\\)' *\\) & ", "")
        .replaceAll("^\\(sleep 9;.*?\\) & (?=xl)", "")
        .replaceAll("; ping .*$", "")
        .replace("; wait;", ";");
  }

  /** Stands for ssh between the hosts, for the commands of the transcripts. */
  private static void ssh(Path site) throws IOException {
    Path ssh = site.resolve("bin/ssh");
    Files.writeString(
        ssh,
        """
        #!/bin/sh
        cd "${0%/*}/../$1" && shift && XSM_SIMULATED_HOST=$PWD exec sh -c "$*"
        """);
    ssh.toFile().setExecutable(true);
  }

  private static Dom0.Answer comparable(Dom0.Answer answer) {
    Dom0.Answer told = Transcript.comparable(answer);
    return new Dom0.Answer(
        told.exit(),
        told.out()
            .replaceAll("(?m)^[0-9]+ packets transmitted.*\n", "")
            // How much had been sent when the receiver died, and by whom a domain was seen to run.
            .replaceAll("(?m)^(g1--incoming +12) +[0-9]+", "$1 M")
            .replaceAll(" running  T| --p---  T", " state  T"),
        told.err()
            .replaceAll("info 0x3/0x0/[0-9]+\\)", "info I)")
            .replaceAll("mfn 0x[0-9a-f]+", "mfn M")
            .replaceAll("(helper|process) \\[[0-9]+\\]", "$1 [P]")
            .replace("migration sender: Target has acknowledged transfer.\n", ""));
  }
}
