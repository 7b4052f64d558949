package org.xsm.connectors.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the stand-in against what the real {@code xl} said and did. */
class TranscriptsTest {
  private static final String GONE = "! while xl domid g1 >&2; do sleep 0.05; done";

  /**
   * @param steps transcripts, played in this order on one host; behind {@code !} stands what is
   *     done in between
   */
  record Scenario(String name, String... steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(
        new Scenario(
            "an empty host",
            "a01-info",
            "a03-list-empty",
            "a04-list-long-dom0",
            "a05-list-verbose",
            "a06-vcpu-list",
            "a09-list-nosuch",
            "a10-list-long-nosuch",
            "a11-list-domid-nosuch",
            "a12-domid-nosuch",
            "a13-domname-nosuch",
            "a14-no-args",
            "a15-unknown-command",
            "a16-info-one",
            "a19-list-bad-option",
            "g04-shutdown-nosuch",
            "g05-destroy-nosuch",
            "g14-destroy-dom0",
            "g15-shutdown-dom0"),
        new Scenario(
            "creating, and being refused",
            domid(14),
            "b01-create",
            "b02-list-right-after",
            "b03-list-long-one",
            "b04-list-long-all",
            "b05-list-verbose",
            "b06-vcpu-list-one",
            "b07-domid",
            "b08-domname",
            "b09-list-by-name",
            "b10-list-by-id",
            "b12-create-same-name",
            "b13-list-after-clash",
            "b14-create-same-uuid-other-name",
            "b15-list-after-uuid-clash",
            "! xl destroy g2; sed -i 's/memory.*/memory = 2000/' u.cfg",
            "b16-create-too-much-memory",
            "b17-list-after-too-much",
            "! cp g2.cfg whole; echo /srv/guest/nosuch >faults/missing; echo nobr >>faults/missing",
            "! sed 's/vmlinux/nosuch/' whole >g2.cfg",
            "b18-create-missing-kernel",
            "! sed 's/initrd.gz/nosuch/' whole >g2.cfg",
            "b19-create-missing-ramdisk",
            "b20-create-missing-config",
            "! { cat whole; echo; echo; echo; echo 'a = = 3'; } >g2.cfg",
            "b21-create-syntax-error",
            "! sed '/^name/d' whole >g2.cfg",
            "b22-create-no-name",
            "! sed 's/xenbr0/nobr/' whole >g2.cfg",
            "b23-create-missing-bridge",
            "b24-list-after-failures",
            "! sed '/^kernel/d' whole >g2.cfg",
            "b25-create-no-kernel",
            "! cp whole g2.cfg",
            "b27-create-dry-run",
            "! echo 'nonsense_key = 5' >>g2.cfg",
            domid(23),
            "b28-create-unknown-key-paused",
            "b29-list-paused",
            "b30-unpause",
            "b31-list",
            "b32-create-quiet-same-name",
            "b33-create-override-name",
            "b34-list",
            "b35-destroy",
            "b36-info-after"),
        new Scenario(
            "memory",
            domid(42),
            "! xl create g1.cfg",
            "c01-mem-set-down",
            "c02-list-at-once",
            "c03-list-after-4s",
            "c04-mem-set-up-to-maxmem",
            "c06-mem-set-over-maxmem",
            "c07-list-after",
            "c08-mem-max-up",
            "c09-mem-set-after-mem-max",
            "c13-mem-set-back",
            "c14-list-after-4s",
            "c15-mem-set-suffixes",
            "c16-mem-set-bad-number",
            "c17-mem-set-nosuch",
            "c18-mem-max-below-current",
            "c20-mem-max-huge",
            "c21-mem-set-more-than-host",
            "c22-list-after-4s"),
        new Scenario(
            "VCPUs",
            domid(43),
            "! xl create g1.cfg",
            "d04-vcpu-set-over-max",
            "d05-vcpu-set-over-host",
            "d06-vcpu-set-0",
            "d07-vcpu-set-1",
            "d08-list-after-3s",
            "d09-vcpu-set-bad",
            "d10-vcpu-set-nosuch"),
        new Scenario(
            "VCPUs of a host with one CPU",
            "! sed -i 's/cpus=.*/cpus=1/' xen/settings",
            domid(15),
            "! xl create g1.cfg",
            "d13-vcpu-set-0-exit",
            "d14-vcpu-set-over-host-ignored",
            "d15-vcpu-set-ignore-host",
            "d16-after",
            "d17-vcpu-set-over-maxvcpus",
            "d18-vcpu-set-1",
            "d19-after",
            "e11-unpause-running"),
        new Scenario(
            "pausing counts",
            domid(43),
            "! xl create g1.cfg",
            "e01-pause",
            "e02-list-paused",
            "e03-pause-again",
            "e04-unpause",
            "e05-list",
            "e06-unpause-again",
            "e07-pause-nosuch",
            "e08-pause-twice-unpause-once"),
        new Scenario(
            "renaming",
            domid(43),
            "! xl create g1.cfg",
            "f01-rename",
            "f02-rename-back",
            "f03-rename-nosuch",
            "f04-rename-dom0",
            "! xl create -p g3.cfg",
            "f05-rename-to-taken"),
        new Scenario(
            "ending",
            domid(16),
            "! xl create g1.cfg; echo 1 >times/shutdown",
            "g01-shutdown",
            "g02-list-at-once",
            GONE,
            "g03-list-after-8s",
            "! echo 0.1 >times/shutdown; echo 5 >times/cleanup",
            domid(45),
            "g06-create",
            "g07-shutdown-wait",
            "g08-list",
            "g09-create",
            "! xl destroy g1; xl create g1.cfg",
            "g12-destroy",
            "g13-list"),
        new Scenario(
            "a guest that is kept when it stops",
            domid(48),
            "! xl create p.cfg; xl shutdown -w g1",
            "g20-create-over-preserved",
            "g22-destroy-preserved"),
        new Scenario(
            "two at once",
            domid(54),
            "! echo 2 >times/create",
            both("create"),
            "i01-two-creates-at-once"),
        new Scenario(
            "two at once, and how to be rid of them",
            "! echo 2 >times/create",
            both("create"),
            domid(17),
            "i06-two-creates-at-once-again"),
        new Scenario(
            "memory that a guest cannot live with",
            domid(14),
            "! xl create g1.cfg; xl mem-max g1 200; echo 60 >times/crash",
            "c11-mem-set-too-small"),
        new Scenario(
            "VCPUs that a guest does not take",
            domid(43),
            "! xl create g1.cfg; echo 999 >times/follow",
            "d01-vcpu-set-2",
            "d02-list-at-once",
            "d03-list-after-3s"),
        new Scenario(
            "a paused guest is told", domid(43), "! xl create g1.cfg", "e09-mem-set-while-paused"),
        new Scenario(
            "two destroys at once",
            "! echo 2 >times/destroy",
            domid(39),
            "! xl create g1.cfg; xl create g3.cfg",
            both("destroy"),
            "i05-two-destroys-at-once"));
  }

  private static String domid(int next) {
    return "! echo " + next + " >xen/next-domid";
  }

  /** Two of them begin together, however slow the machine is: the first waits for the second. */
  private static String both(String verb) {
    return """
        ! cat >faults/VERB.before <<'END'
        #!/bin/sh
        echo >>begun
        for look in $(seq 600); do
          [ $(wc -l <begun) -lt 2 ] || exit
          sleep 0.05
        done
        END
        chmod +x faults/VERB.before; rm -f begun"""
        .replace("VERB", verb);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_stand_in_answers_as_the_real_xl_did(Scenario scenario, @TempDir Path site)
      throws IOException {
    Dom0 dom0 = Dom0.in(site);
    for (String step : scenario.steps()) {
      if (step.startsWith("!")) {
        dom0.run(step.substring(1));
      } else {
        Transcript real = Transcript.read(step);
        Dom0.Answer ours =
            dom0.run(real.command().replaceAll("(/root|/srv/guest)/(?=[a-z0-9]+\\.cfg)", "./"));
        assertThat(Transcript.comparable(pathsAsIn(real, ours)))
            .as(step + ": " + real.command())
            .isEqualTo(Transcript.comparable(real.answer()));
      }
    }
  }

  /** Our guest configs lie in the host's own folder. */
  private static Dom0.Answer pathsAsIn(Transcript real, Dom0.Answer ours) {
    String where = real.command().contains("/root/") ? "/root/" : "/srv/guest/";
    List<String> err = ours.err().lines().map(line -> line.replace("./", where)).toList();
    return new Dom0.Answer(
        ours.exit(), ours.out(), err.isEmpty() ? "" : String.join("\n", err) + "\n");
  }
}
