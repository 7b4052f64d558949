package org.xsm.connectors.cast;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xsm.connectors.bootserver.Tool;

/** An image server of its own for a test, on the loopback, and machines that receive from it. */
final class CastingGround implements AutoCloseable {
  private final Path folder;
  private final int firstPort;
  private final String receiver;
  private final List<Process> receivers = new ArrayList<>();

  /** What came to a machine. */
  record Received(String sum, long octets) {}

  private CastingGround(Path folder, int firstPort, String receiver) {
    this.folder = folder;
    this.firstPort = firstPort;
    this.receiver = receiver;
  }

  static CastingGround in(Path folder) {
    Tool.find("/usr/bin/udp-sender");
    String receiver = Tool.find("/usr/bin/udp-receiver");
    int port = 20_000 + 2 * ThreadLocalRandom.current().nextInt(10_000);
    return new CastingGround(folder, port, receiver);
  }

  int firstPort() {
    return firstPort;
  }

  Path casts() {
    return folder.resolve("casts");
  }

  /** An image of two files, with so many octets in one of them. */
  Path image(String name, int octets) throws IOException {
    Path image = Files.createDirectories(folder.resolve("images").resolve(name));
    byte[] content = new byte[octets];
    new Random(octets).nextBytes(content);
    Files.write(image.resolve("large"), content);
    Files.writeString(image.resolve("small"), "small\n");
    return image;
  }

  /** A machine receives a cast to its end. */
  Received receive(int port) throws Exception {
    return begin(port).get(30, TimeUnit.SECONDS);
  }

  /** A machine begins to receive. */
  Future<Received> begin(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                receiver,
                "--interface",
                "lo",
                "--portbase",
                Integer.toString(port),
                "--nokbd",
                "--no-progress",
                "--start-timeout",
                "20",
                "--receive-timeout",
                "3",
                "--exit-wait",
                "100")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    receivers.add(process);
    return CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
  }

  private static Received read(InputStream stream) {
    try (DigestInputStream digest =
        new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
      long octets = digest.transferTo(OutputStream.nullOutputStream());
      return new Received(HexFormat.of().formatHex(digest.getMessageDigest().digest()), octets);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What the sender of this port has said. */
  String said(int port) throws IOException {
    Path now = casts().resolve(port + ".work/said");
    return Files.exists(now) ? Files.readString(now) : "";
  }

  /** Whether it waits for a machine, and sends nothing. */
  boolean isWaiting(int port) throws IOException {
    return senders(port).size() == 1 && !said(port).contains("Starting transfer");
  }

  /** How many ports this session has. */
  long sessions(String id) throws IOException {
    try (Stream<Path> files = Files.list(casts())) {
      return files
          .filter(file -> file.toString().endsWith(".session"))
          .filter(file -> isOf(file, id))
          .count();
    }
  }

  private static boolean isOf(Path file, String id) {
    try {
      return Files.readString(file).strip().equals(id);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The scripts that lead the casts of this port; their parts bear the same name. */
  List<ProcessHandle> casters(int port) {
    return processes(line -> line.contains(" xsm-caster " + casts() + "/" + port + " ")).stream()
        .filter(CastingGround::isLeader)
        .toList();
  }

  /** What sends for it. */
  List<ProcessHandle> senders(int port) {
    return processes(line -> line.contains("udp-sender --portbase " + port + " "));
  }

  /** By their own files: what Java tells of a process ends after 4096 characters. */
  private static List<ProcessHandle> processes(Predicate<String> which) {
    return ProcessHandle.allProcesses().filter(process -> which.test(words(process))).toList();
  }

  private static String words(ProcessHandle process) {
    try {
      return Files.readString(
              Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  /** Whether it leads a session of processes: the sixth word of its state is its own number. */
  private static boolean isLeader(ProcessHandle process) {
    Path state = Path.of("/proc/" + process.pid() + "/stat");
    try {
      String words = Files.readString(state);
      return words.substring(words.lastIndexOf(')') + 2).split(" ")[3].equals("" + process.pid());
    } catch (IOException gone) {
      return false;
    }
  }

  /** Kills all that casts at this port, and waits until it is gone. */
  void end(int port) {
    Predicate<String> ofPort =
        line ->
            line.contains(casts() + "/" + port)
                || line.contains("udp-sender --portbase " + port + " ");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              processes(ofPort).forEach(ProcessHandle::destroyForcibly);
              return processes(ofPort).isEmpty();
            });
  }

  @Override
  public void close() {
    receivers.forEach(Process::destroyForcibly);
    for (int port = firstPort; port < firstPort + 100; port += 2) {
      if (Files.exists(casts().resolve(port + ".session"))) {
        end(port);
      }
    }
  }
}
