package org.xsm.connectors.xen.xl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xsm.connectors.xen.ToolText;
import org.xsm.connectors.xen.Toolstack.Diagnosis;
import org.xsm.workflows.command.TroubleKind;

/**
 * Why {@code xl} failed. Its exit codes hardly tell (3 for any error of libxl, 1 for a config that
 * does not parse), the first error line does; the last lines are the same noise every time. From
 * runs of 4.17.5 and reports from the field since 4.4.
 */
final class XlTroubles {
  private static final int SIGNALLED = 128;
  private static final int NOT_FOUND = 127;
  private static final int LINES = 200;
  private static final Pattern ERROR = Pattern.compile("(libxl|xc): error: .*");
  private static final Pattern NOISE =
      Pattern.compile(
          ".*(Non-exist[ae]nt domain|[Uu]nable to destroy guest|[Dd]estruction of domain).*"
              + "|Parsing config (from|file) .*|.* is an invalid domain identifier .*");

  /** In this order: many a wrong config ends in "Out of memory" as well. */
  private static final Map<Pattern, TroubleKind> KINDS = new LinkedHashMap<>();

  static {
    put(TroubleKind.NAME_TAKEN, "Domain with name .* already exists");
    put(TroubleKind.INTERRUPTED, "killing execution of .* because of timeout");
    put(
        TroubleKind.BAD_CONFIG,
        "segment .* too large|Operation not supported|Invalid kernel|no loader found"
            + "|failed to open file|_file failed: No such file|Could not find bridge|bridge .* not"
            + "|config parsing error|Failed to parse config|Failed to read config"
            + "|must be specified|Neither kernel nor bootloader|no suitable backend"
            + "|phys path not a block device|Backend .* does not exist|maxvcpus|Invalid parameter"
            + "|script: .* does not exist|failed to stat");
    put(
        TroubleKind.NO_MEMORY,
        "Out of memory|Cannot allocate memory|[Ff]ailed to populate physmap|not enough (free )?memory"
            + "|[Ff]ailed to free memory|insufficient memory|claim .*memory");
  }

  private XlTroubles() {}

  static Diagnosis diagnose(int exit, String errors) {
    List<String> lines = errors.lines().limit(LINES).filter(line -> !line.isBlank()).toList();
    List<String> telling = lines.stream().filter(line -> !NOISE.matcher(line).matches()).toList();
    String cause = ToolText.line(cause(telling));
    return new Diagnosis(kind(exit, telling), cause.isEmpty() ? noMessage(exit) : cause);
  }

  private static TroubleKind kind(int exit, List<String> telling) {
    String all = String.join("\n", telling);
    for (Map.Entry<Pattern, TroubleKind> known : KINDS.entrySet()) {
      if (known.getKey().matcher(all).find()) {
        return known.getValue();
      }
    }
    return exit > SIGNALLED ? TroubleKind.INTERRUPTED : TroubleKind.REFUSED;
  }

  /** The first error, or where that only says that a script failed, what the script said. */
  private static String cause(List<String> telling) {
    List<String> errors = telling.stream().filter(line -> ERROR.matcher(line).matches()).toList();
    if (errors.isEmpty()) {
      return telling.isEmpty() ? "" : telling.get(0);
    }
    boolean script = errors.get(0).contains("exited with error status");
    return script && errors.size() > 1 ? errors.get(1) : errors.get(0);
  }

  private static String noMessage(int exit) {
    if (exit == NOT_FOUND) {
      return "xl was not found";
    }
    return exit > SIGNALLED
        ? "xl was ended by signal " + (exit - SIGNALLED)
        : "xl wrote no message";
  }

  private static void put(TroubleKind kind, String pattern) {
    KINDS.put(Pattern.compile(pattern), kind);
  }
}
