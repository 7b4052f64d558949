package org.xsm.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import org.xsm.connectors.bootserver.BootServer;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.cast.CastPlace;
import org.xsm.connectors.cast.CastSettings;
import org.xsm.connectors.cast.Casts;
import org.xsm.workflows.command.ImageSession;
import org.xsm.workflows.plan.TransferChoice;
import org.xsm.workflows.site.ImageName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.TransferMethod;

/**
 * How long an image of 92 MB takes to 1, 2, 4, 8 and 16 machines behind one port of 100 Mbit/s: by
 * unicast (rsync), by the product's own casts, and as AUTO decides; and what a machine costs the
 * others that dies in the middle of a cast. Wants root. Arguments: runs of casts (5), runs of
 * unicast (5), folder for images and what is received, in memory if possible (/dev/shm).
 */
public final class CastBench {
  private static final int OCTETS = 92_000_000;
  private static final List<Integer> NUMBERS = List.of(1, 2, 4, 8, 16);
  private static final double LIMIT = OCTETS * 8 / Segment.BITS_A_SECOND;

  /** As by default, but that nobody is waited for at the end. */
  private static final CastSettings HASTY =
      new CastSettings(
          Duration.ofSeconds(60),
          Duration.ZERO,
          Duration.ofSeconds(30),
          2,
          Duration.ofSeconds(3),
          "",
          12);

  private static final int MOST_CASTS = 3;

  private final Path folder;
  private final Path image;
  private int sessions;

  private CastBench(Path folder) throws IOException {
    this.folder = folder;
    image = Files.createDirectories(folder.resolve("images/bench"));
    byte[] content = new byte[OCTETS];
    new Random(92).nextBytes(content);
    Files.write(image.resolve("payload.bin"), content);
  }

  public static void main(String... args) throws Exception {
    int casts = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int unicasts = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path place = Path.of(args.length > 2 ? args[2] : "/dev/shm");
    Path folder = Files.createTempDirectory(place, "xsm-casts-");
    System.out.println("load " + Ground.load());
    try {
      new CastBench(folder).measure(casts, unicasts);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    System.out.println("load " + Ground.load());
  }

  private void measure(int casts, int unicasts) throws Exception {
    Map<String, Map<Integer, Double>> series = new TreeMap<>();
    series.put("multicast", series(TransferMethod.MULTICAST, casts));
    series.put("AUTO", series(TransferMethod.AUTO, casts));
    dead(casts);
    series.put("unicast", series(TransferMethod.UNICAST, unicasts));
    Path plot = Path.of("casts.svg");
    Files.writeString(plot, new CastPlot(series, LIMIT).svg());
    System.out.println("plot in " + plot.toAbsolutePath());
  }

  private Map<Integer, Double> series(TransferMethod method, int runs) throws Exception {
    Map<Integer, Double> medians = new TreeMap<>();
    if (runs == 0) {
      return medians;
    }
    for (int machines : NUMBERS) {
      TransferMethod chosen =
          method == TransferMethod.AUTO ? TransferChoice.MEASURED.choose(machines) : method;
      List<Double> seconds = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        seconds.add(
            chosen == TransferMethod.UNICAST ? unicast(machines) : cast(machines, machines + 1));
      }
      medians.put(machines, say(method.name(), machines, seconds));
    }
    return medians;
  }

  /** One of four dies after three seconds. */
  private void dead(int runs) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      seconds.add(cast(4, 4));
    }
    if (runs > 0) {
      say("one dies", 4, seconds);
    }
  }

  private static double say(String what, int machines, List<Double> seconds) throws IOException {
    Runs runs = new Runs(seconds);
    System.out.println(runs.line(what, machines, LIMIT) + ", load " + Ground.load());
    return runs.median();
  }

  private double unicast(int machines) throws Exception {
    try (Segment segment = Segment.of(machines)) {
      Path conf =
          Files.writeString(
              folder.resolve("rsyncd.conf"),
              "use chroot = no\nuid = root\ngid = root\nreverse lookup = no\nlog file = /dev/null\n[bench]\npath = %s\n"
                  .formatted(image));
      Process daemon =
          segment.startOnServer("rsync", "--daemon", "--no-detach", "--config=" + conf);
      TimeUnit.MILLISECONDS.sleep(500);
      double seconds =
          together(
              machines,
              machine ->
                  segment.start(
                      machine,
                      "rsync",
                      "-aHAX",
                      "--numeric-ids",
                      "rsync://" + Segment.SERVER + "/bench/",
                      received(machine) + "/"));
      daemon.destroyForcibly().waitFor();
      for (int machine = 1; machine <= machines; machine++) {
        if (Files.mismatch(image.resolve("payload.bin"), received(machine).resolve("payload.bin"))
            >= 0) {
          throw new IllegalStateException("machine " + machine + " has something else");
        }
      }
      return seconds;
    }
  }

  private interface Starting {
    Process of(int machine) throws IOException;
  }

  /** Seconds from the first machine's start to the last one's end. */
  private double together(int machines, Starting starting) throws Exception {
    FileSystemUtils.deleteRecursively(folder.resolve("received"));
    for (int machine = 1; machine <= machines; machine++) {
      Files.createDirectories(received(machine));
    }
    long began = System.nanoTime();
    List<Process> processes = new ArrayList<>();
    for (int machine = 1; machine <= machines; machine++) {
      processes.add(starting.of(machine));
    }
    for (Process process : processes) {
      process.waitFor();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private Path received(int machine) {
    return folder.resolve("received/" + machine);
  }

  /**
   * By the product's own sender.
   *
   * @param dying the machine that dies after three seconds; more than there are: none
   */
  private double cast(int machines, int dying) throws Exception {
    try (Segment segment = Segment.of(machines)) {
      Casts casts =
          new Casts(
              new BootServer(segment),
              new CastPlace(
                  new ServerPath(folder + "/casts"),
                  9000,
                  Optional.of(new IpAddress(Segment.SERVER))),
              HASTY);
      ImageSession session =
          new ImageSession(
              "bench" + sessions++, new ImageName("bench"), TransferMethod.MULTICAST, machines);
      String port = Integer.toString(casts.open(session, image.toString()));
      TimeUnit.SECONDS.sleep(1);
      double seconds = together(machines, machine -> receive(segment, machine, port, dying));
      for (int again = 2; again <= MOST_CASTS; again++) {
        seconds += once(segment, port, broken(port, machines, dying));
      }
      List<Integer> left = broken(port, machines, dying);
      if (!left.isEmpty()) {
        System.out.println("           left to unicast, which is not measured: " + left);
      }
      left.add(dying);
      check(casts, session, IntStream.rangeClosed(1, machines).boxed().toList(), left);
      return seconds;
    }
  }

  /** Those of which something is missing take part in another cast, as installers do. */
  private double once(Segment segment, String port, List<Integer> broken) throws Exception {
    if (broken.isEmpty()) {
      return 0;
    }
    System.out.println("           once more for " + broken);
    long began = System.nanoTime();
    List<Process> processes = new ArrayList<>();
    for (int machine : broken) {
      processes.add(receive(segment, machine, port, 0));
    }
    for (Process process : processes) {
      process.waitFor();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private List<Integer> broken(String port, int machines, int dying) throws IOException {
    long whole =
        Long.parseLong(Files.readString(folder.resolve("casts/" + port + ".size")).strip());
    List<Integer> broken = new ArrayList<>();
    for (int machine = 1; machine <= machines; machine++) {
      Path stream = received(machine).resolve("stream");
      if (machine != dying && (!Files.exists(stream) || Files.size(stream) != whole)) {
        broken.add(machine);
      }
    }
    return broken;
  }

  private Process receive(Segment segment, int machine, String port, int dying)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (machine == dying) {
      command.addAll(List.of("timeout", "-s", "KILL", "3"));
    }
    command.addAll(
        List.of(
            "udp-receiver",
            "--interface",
            "card" + machine,
            "--portbase",
            port,
            "--nokbd",
            "--no-progress",
            "--start-timeout",
            "60",
            "--receive-timeout",
            "10",
            "--exit-wait",
            "100",
            "--nosync",
            "--file",
            received(machine).resolve("stream").toString()));
    return segment.start(machine, command.toArray(String[]::new));
  }

  /** What is whole in size has the sum of a cast. */
  private void check(Casts casts, ImageSession session, List<Integer> all, List<Integer> left)
      throws Exception {
    for (int machine : all) {
      if (!left.contains(machine)) {
        String sum = Runs.sum(received(machine).resolve("stream"));
        Ground.await(() -> isCast(casts, session, sum));
      }
    }
  }

  private static boolean isCast(Casts casts, ImageSession session, String sum) {
    try {
      return casts.find(session, sum).isPresent();
    } catch (MachineTrouble trouble) {
      throw new IllegalStateException(trouble);
    }
  }
}
