package org.xsm.connectors.xen.xl;

import java.util.List;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.Symptoms;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/**
 * Why {@code xl} failed. Its exit codes hardly tell (3 for any error of libxl, 1 for a config that
 * does not parse), its error lines do; the last ones are the same noise every time. From runs of
 * 4.17.5 and reports from the field since 4.4.
 */
final class XlTroubles {
  private static final int LINES = 200;
  private static final Pattern ERROR = Pattern.compile("(libxl|xc): error: .*");
  private static final Pattern NOISE =
      Pattern.compile(
          ".*(Non-exist[ae]nt domain|[Uu]nable to destroy guest|[Dd]estruction of domain).*"
              + "|Parsing config (from|file) .*|.* is an invalid domain identifier .*");

  /**
   * In this order: many a wrong config ends in "Out of memory", and any failure in a broken pipe.
   */
  private static final Symptoms SYMPTOMS =
      new Symptoms()
          .then(TroubleKind.REFUSED, "cannot init xl context", "Is xenstore daemon running")
          .then(
              TroubleKind.INTERRUPTED,
              "Domain with name .*--incoming.? already exists",
              "killing execution of .* because of timeout",
              "Segmentation fault",
              "double free")
          .then(TroubleKind.NAME_TAKEN, "Domain with name .* already exists")
          .then(
              TroubleKind.BAD_CONFIG,
              "segment .* too large",
              "Operation not supported",
              "Invalid kernel",
              "no loader found",
              "failed to open file",
              "_file failed: No such file",
              "Could not find bridge",
              "bridge .* not",
              "config parsing error",
              "Failed to parse config",
              "Failed to read config",
              "must be specified",
              "Neither kernel nor bootloader",
              "no suitable backend",
              "phys path not a block device",
              "Backend .* does not exist",
              "maxvcpus < ",
              "Invalid parameter",
              "script: .* does not exist",
              "script: /.* failed",
              "failed to stat")
          .then(
              TroubleKind.NO_MEMORY,
              "Out of memory",
              "Cannot allocate memory",
              "[Ff]ailed to populate physmap",
              "not enough (free )?memory",
              "[Ff]ailed to free memory",
              "insufficient memory",
              "claim .*memory")
          .then(
              TroubleKind.UNREACHABLE,
              "^ssh: ",
              "Permission denied[ ,]*\\(|Permission denied, please",
              "Host key verification failed",
              "[Cc]onnection (refused|timed out|reset|closed)",
              "Connection to .* closed",
              "closed by remote host",
              "(kex_exchange_identification|client_loop|packet_write_wait): ",
              "server .* not responding")
          .then(
              TroubleKind.INTERRUPTED,
              "died due to fatal signal",
              "transport process .* exited with error status 255");

  private static final Symptoms GONE =
      new Symptoms()
          .then(TroubleKind.VM_GONE, "is an invalid domain identifier", "Domain .* does not exist");

  private XlTroubles() {}

  static Diagnosis diagnose(int exit, String errors) {
    List<String> lines =
        errors.lines().limit(LINES).map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> telling = lines.stream().filter(line -> !NOISE.matcher(line).matches()).toList();
    return SYMPTOMS
        .find(telling)
        .or(() -> telling.isEmpty() ? GONE.find(lines) : GONE.find(telling))
        .orElseGet(() -> unknown(exit, telling));
  }

  private static Diagnosis unknown(int exit, List<String> telling) {
    TroubleKind kind = exit > Diagnosis.SIGNALLED ? TroubleKind.INTERRUPTED : TroubleKind.REFUSED;
    String cause = ToolText.line(cause(exit, telling));
    return new Diagnosis(kind, cause.isEmpty() ? Diagnosis.wordless("xl", exit) : cause);
  }

  /** What a tool had said before it was killed is not why. */
  private static String cause(int exit, List<String> telling) {
    return telling.stream()
        .filter(line -> ERROR.matcher(line).matches())
        .findFirst()
        .orElse(telling.isEmpty() || exit > Diagnosis.SIGNALLED ? "" : telling.get(0));
  }
}
