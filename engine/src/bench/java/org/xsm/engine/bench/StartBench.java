package org.xsm.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.xsm.engine.crash.RunningJar;

/**
 * How long the first start and those after it take until the manager answers, and what memory it
 * has then and after a minute. Arguments: starts after the first (3), options of the virtual machine.
 */
public final class StartBench {
  private StartBench() {}

  public static void main(String... args) throws Exception {
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    List<String> options = Stream.of(args).skip(1).toList();
    System.out.println("load " + Ground.load() + "; options " + options);
    try (Ground ground = Ground.fresh()) {
      for (int start = 0; start <= starts; start++) {
        try (RunningJar jar = RunningJar.startWith(options, ground.home())) {
          String name = start == 0 ? "first start" : "start " + (start + 1);
          System.out.printf("%-12s %6d ms   ", name, jar.awaitReady().toMillis());
          System.out.printf("resident %s", resident(jar));
          TimeUnit.SECONDS.sleep(start == starts ? 60 : 0);
          System.out.printf("%s%n", start == starts ? "; after a minute " + resident(jar) : "");
        }
      }
    }
    System.out.println("load " + Ground.load());
  }

  private static String resident(RunningJar jar) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + jar.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
          .findFirst()
          .orElse("unknown");
    }
  }
}
