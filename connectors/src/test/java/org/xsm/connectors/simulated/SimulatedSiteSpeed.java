package org.xsm.connectors.simulated;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.HostAddress;

/** Measures, and judges nothing: run it with {@code -Dtest=SimulatedSiteSpeed}. */
class SimulatedSiteSpeed {
  @Test
  void one_host_with_ten_guests(@TempDir Path folder) throws Exception {
    try (SimulatedSite site = open(folder)) {
      HostAddress address = new HostAddress("192.168.5.101");
      SimulatedHost host = site.host(address);
      try (RemoteShell shell = RemoteShell.enter(site.to(address))) {
        host.setTime("create", java.time.Duration.ZERO);
        for (int i = 1; i <= 10; i++) {
          String guest = Dom0.resource("guests/g1.cfg").replace("g1", "guest" + i);
          Files.writeString(host.folder().resolve("g.cfg"), guest);
          shell.run("xl create g.cfg");
        }
        String[] commands = {"true", "xl info", "xl list", "xl list -v", "xl list -l"};
        for (String command : commands) {
          report("ssh: " + command, () -> shell.run(command));
        }
        for (String command : commands) {
          report(
              "loop of 20 in one shell: " + command,
              () ->
                  shell.run(
                      "i=0; while [ $i -lt 20 ]; do " + command + " >/dev/null; i=$((i+1)); done"));
        }
      }
    }
  }

  @Test
  void sixty_four_hosts(@TempDir Path folder) throws Exception {
    try (SimulatedSite site = open(folder)) {
      site.to(new HostAddress("192.168.6.1"));
      long threads = threads();
      long memory = memory();
      long began = System.nanoTime();
      for (int i = 2; i <= 65; i++) {
        site.to(new HostAddress("192.168.6." + i));
      }
      System.out.printf(
          "64 hosts opened in %d ms: %+d threads, %+d KiB%n",
          (System.nanoTime() - began) / 1_000_000, threads() - threads, (memory() - memory) / 1024);
    }
  }

  private static SimulatedSite open(Path folder) {
    return new SimulatedSite(new Home(folder), SimulatedSettings.defaults(), Clock.systemUTC());
  }

  private static void report(String what, Callable<?> act) throws Exception {
    for (int i = 0; i < 30; i++) {
      act.call();
    }
    double[] millis = new double[60];
    for (int i = 0; i < millis.length; i++) {
      long began = System.nanoTime();
      act.call();
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf("%-45s p50 %.1f ms, p95 %.1f ms%n", what, millis[30], millis[57]);
  }

  private static long threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
