package org.xsm.connectors.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.xsm.connectors.xen.Fixture;

/**
 * The real xl, as far as it goes without a hypervisor: it reads guest configs. Debian's package
 * xen-utils has it, in a folder named for its version; {@code .ci/run} takes it out of there, since
 * the whole package would give this machine an xl that tests of hosts without one would find.
 */
final class RealXl {
  private static final Pattern SYNTAX = Pattern.compile(":(\\d+): config parsing error");

  private final Path program;
  private final Path noHypervisor;
  private final Path config;

  /**
   * What it said to a guest config.
   *
   * @param line of its first complaint about the config's syntax, where it had one
   */
  record Verdict(int exit, Optional<Integer> line, String said) {
    boolean isAccepted() {
      return exit == 0;
    }
  }

  private RealXl(Path program, Path folder) {
    this.program = program;
    this.noHypervisor = folder.resolve("no-hypervisor.so");
    this.config = folder.resolve("guest.cfg");
  }

  /** Gets it ready; leaves the test out where it is not there, unless this is CI. */
  static RealXl in(Path folder) throws IOException, InterruptedException {
    Optional<Path> program = program();
    Path compiler = Path.of("/usr/bin/cc");
    boolean there = program.isPresent() && Files.isExecutable(compiler);
    assertThat(there || !"true".equals(System.getenv("CI")))
        .as("CI has xl and a C compiler; .ci/run puts them in")
        .isTrue();
    Assumptions.assumeTrue(there, "no xl, or no C compiler, on this machine");
    RealXl xl = new RealXl(program.orElseThrow(), folder);
    xl.compile(compiler);
    return xl;
  }

  private static Optional<Path> program() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path library : List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"))) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(library, "xen-*")) {
        versions.forEach(version -> found.add(version.resolve("bin/xl")));
      }
    }
    return found.stream().filter(Files::isExecutable).sorted().reduce((older, newer) -> newer);
  }

  private void compile(Path compiler) throws IOException, InterruptedException {
    Path source = noHypervisor.resolveSibling("no-hypervisor.c");
    try (InputStream stream = Fixture.class.getResourceAsStream("no-hypervisor.c")) {
      Files.copy(stream, source);
    }
    Verdict made =
        run(
            new ProcessBuilder(
                compiler.toString(), "-shared", "-fPIC", "-o", "" + noHypervisor, "" + source));
    assertThat(made.isAccepted()).as(made.said()).isTrue();
  }

  /** What it says to a file. */
  Verdict read(Path file) throws IOException, InterruptedException {
    ProcessBuilder dryRun = new ProcessBuilder("" + program, "-N", "create", "" + file);
    dryRun.environment().put("LD_PRELOAD", noHypervisor.toString());
    return run(dryRun);
  }

  /** What it says to a file with this text. */
  Verdict read(String text) throws IOException, InterruptedException {
    return read(Files.writeString(config, text));
  }

  private static Verdict run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Optional<Integer> line = SYNTAX.matcher(said).results().map(RealXl::number).findFirst();
    return new Verdict(process.waitFor(), line, said);
  }

  private static int number(MatchResult complaint) {
    return Integer.parseInt(complaint.group(1));
  }
}
