package org.xsm.connectors.simulated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.xsm.connectors.files.AtomicFile;

/** Furnishes the folder of a simulated host. What is there already stays as it is. */
final class HostFolder {
  private static final String WRAPPER =
      """
      #!/bin/sh
      # The %2$s of this simulated host: ./%2$s list
      here=$(cd "$(dirname "$0")" && pwd) || exit
      XSM_SIMULATED_HOST=$here exec "$here/../%1$s/%2$s" "$@"
      """;
  private static final String XM = "toolstack=xm";

  private final Path root;
  private final SimulatedSettings settings;
  private final Clock clock;

  HostFolder(Path root, SimulatedSettings settings, Clock clock) {
    this.root = root;
    this.settings = settings;
    this.clock = clock;
  }

  void furnish() throws IOException {
    furnish("xen-" + root.getFileName().toString().replace('.', '-'));
  }

  /**
   * @param name what the host calls itself, when it is new
   */
  void furnish(String name) throws IOException {
    for (String folder : new String[] {"xen/domains", "xen/domids", "var/lib/xsm"}) {
      Files.createDirectories(root.resolve(folder));
    }
    furnishTimes();
    furnishFaults();
    furnishXen(name);
    furnishTool("bin", "xl");
    if (hasXm(root)) {
      furnishTool("bin-xm", "xm");
    }
  }

  /** Whether the host has xm in place of xl; its settings may be edited at any time. */
  static boolean hasXm(Path root) throws IOException {
    return Files.readAllLines(root.resolve("xen/settings")).contains(XM);
  }

  private void furnishTool(String folder, String tool) throws IOException {
    AtomicFile.writeChanged(
        root.resolve(tool),
        AtomicFile.PROGRAM,
        WRAPPER.formatted(folder, tool).getBytes(StandardCharsets.UTF_8));
  }

  private void furnishFaults() throws IOException {
    Files.createDirectories(root.resolve("faults"));
  }

  private void furnishTimes() throws IOException {
    Path times = Files.createDirectories(root.resolve("times"));
    writeMissing(times.resolve("create"), seconds(settings.createTime()));
    writeMissing(times.resolve("shutdown"), seconds(settings.shutdownTime()));
    writeMissing(times.resolve("acknowledge"), seconds(settings.acknowledgeTime()));
    writeMissing(times.resolve("migrate"), seconds(settings.migrateTime()));
  }

  private void furnishXen(String name) throws IOException {
    Path xen = root.resolve("xen");
    writeMissing(
        xen.resolve("settings"),
        "total=%d\ndom0=%d\nxen=13\ncpus=%d\nname=%s%s"
            .formatted(
                settings.memory(),
                settings.dom0Memory(),
                settings.cpus(),
                name,
                settings.xmHosts().contains(root.getFileName().toString()) ? "\n" + XM : ""));
    Path dom0 = Files.createDirectories(xen.resolve("domains/0"));
    String kib = String.valueOf(settings.dom0Memory() * 1024L);
    writeMissing(dom0.resolve("uuid"), "00000000-0000-0000-0000-000000000000");
    writeMissing(dom0.resolve("name"), "Domain-0");
    writeMissing(dom0.resolve("memory"), kib);
    writeMissing(dom0.resolve("maxmem"), kib);
    writeMissing(dom0.resolve("target"), String.valueOf(settings.dom0Memory() * 1024L - 1));
    writeMissing(dom0.resolve("vcpus"), "1");
    writeMissing(dom0.resolve("maxvcpus"), "1");
    writeMissing(dom0.resolve("pauses"), "0");
    writeMissing(dom0.resolve("started"), String.valueOf(clock.millis()));
    AtomicFile.writeChanged(dom0.resolve("long"), AtomicFile.PUBLIC, StandIn.read("dom0"));
  }

  /** Seconds as the stand-in reads them: {@code 0.4}. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
  }

  private static void writeMissing(Path file, String line) throws IOException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, AtomicFile.PUBLIC, line + "\n");
    }
  }
}
