package org.xsm.connectors.bootserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xsm.workflows.command.TroubleKind;

/**
 * Runs a program on the manager's own machine, without a shell, for a bounded time, and keeps a
 * bounded part of what it says.
 */
public final class LocalProgram {
  private static final int LONGEST_OUTPUT = 256 * 1024;

  /** How long a program's output may stay open after its end, held by what it left running. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Executor readers =
      task -> {
        Thread thread = new Thread(task, "program-output");
        thread.setDaemon(true);
        thread.start();
      };

  /**
   * What a program that ended has said.
   *
   * @param exit its exit code; 128 and the signal's number where a signal ended it
   */
  public record Ended(String output, String errors, int exit) {}

  /**
   * Runs it and waits for its end.
   *
   * @param command the program and its arguments
   * @throws MachineTrouble when it is not there, or did not end in time and was killed
   */
  public Ended run(List<String> command, String input, Duration limit) throws MachineTrouble {
    Process process = start(command);
    CompletableFuture<String> output = read(process.getInputStream());
    CompletableFuture<String> errors = read(process.getErrorStream());
    CompletableFuture.runAsync(() -> feed(process.getOutputStream(), input), readers);
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new MachineTrouble(
            TroubleKind.TIMED_OUT,
            "%s did not end within %d s and was stopped."
                .formatted(command.get(0), limit.toSeconds()));
      }
      return new Ended(words(output), words(errors), process.exitValue());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new MachineTrouble(
          TroubleKind.INTERRUPTED, "The manager is stopping; " + command.get(0) + " was left.");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command) throws MachineTrouble {
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("LC_ALL", "C");
    try {
      return program.start();
    } catch (IOException missing) {
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          "%s cannot be run on the manager's machine. Install it there.".formatted(command.get(0)));
    }
  }

  private CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> drain(stream), readers);
  }

  private static String drain(InputStream stream) {
    try (stream) {
      byte[] kept = stream.readNBytes(LONGEST_OUTPUT);
      stream.transferTo(OutputStream.nullOutputStream());
      return new String(kept, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("a program's output cannot be read", broken);
    }
  }

  private static void feed(OutputStream stream, String input) {
    try (stream) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException uninterested) {
      // It ended, or closed its input, before it had read all: its answer tells what came of that.
    }
  }

  private static String words(CompletableFuture<String> said) throws InterruptedException {
    try {
      return said.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException stillOpen) {
      return "";
    }
  }
}
