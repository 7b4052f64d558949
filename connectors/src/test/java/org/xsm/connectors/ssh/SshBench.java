package org.xsm.connectors.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.ssh.SshComponent;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Measures commands per second against an OpenSSH server on this machine: Camel's own {@code ssh:}
 * endpoint, which connects for every command, and ours, which keeps its connection.
 */
public final class SshBench {
  private SshBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("ssh-bench");
    try (OpenSshServer server = OpenSshServer.start(folder, folder, Map.of())) {
      server.writeKnownHosts("ed25519");
      System.out.println("client       concurrency  commands/s   p50 ms   p95 ms  failed");
      for (int concurrency : new int[] {1, 4}) {
        plain(server, concurrency);
      }
      for (int concurrency : new int[] {1, 4, 16}) {
        pooled(server, concurrency);
      }
    }
  }

  private static void pooled(OpenSshServer server, int concurrency) throws Exception {
    try (SshLab lab = new SshLab(host -> server.door())) {
      Callable<Boolean> command = () -> lab.run("true") instanceof SshAnswer.Finished;
      measure("pooled", concurrency, command, 300);
      measure("pooled", concurrency, command, 2000);
    }
  }

  private static void plain(OpenSshServer server, int concurrency) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("ssh", new SshComponent());
      camel.start();
      ProducerTemplate template = camel.createProducerTemplate();
      Door door = server.door();
      String uri =
          "ssh:%s@127.0.0.1:%d?certResource=file:%s&knownHostsResource=file:%s&failOnUnknownHost=true&signatures=ssh-ed25519"
              .formatted(door.user(), door.port(), door.identity(), door.knownHosts());
      Callable<Boolean> command =
          () -> {
            Exchange exchange = template.request(uri, message -> message.getIn().setBody("true"));
            return exchange.getException() == null;
          };
      measure("camel-ssh", concurrency, command, 20);
      measure("camel-ssh", concurrency, command, 100);
    }
  }

  private static void measure(String name, int concurrency, Callable<Boolean> command, int commands)
      throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(concurrency);
    long[] micros = new long[commands];
    long begin = System.nanoTime();
    try {
      var answers =
          IntStream.range(0, commands)
              .mapToObj(i -> callers.submit(() -> timed(command, micros, i)))
              .toList();
      long failed = 0;
      for (Future<Boolean> answer : answers) {
        failed += answer.get() ? 0 : 1;
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      Arrays.sort(micros);
      System.out.printf(
          "%-12s %11d %11.1f %8.1f %8.1f %7d%n",
          name,
          concurrency,
          commands / seconds,
          micros[commands / 2] / 1000.0,
          micros[commands * 95 / 100] / 1000.0,
          failed);
    } finally {
      callers.shutdownNow();
    }
  }

  private static boolean timed(Callable<Boolean> command, long[] micros, int index)
      throws Exception {
    long begin = System.nanoTime();
    boolean succeeded = command.call();
    micros[index] = (System.nanoTime() - begin) / 1000;
    return succeeded;
  }
}
