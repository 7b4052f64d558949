package org.xsm.connectors.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.connectors.bootserver.LogTail.Position;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.connectors.files.AtomicFile;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.machine.Progress;
import org.xsm.workflows.machine.Stage;
import org.xsm.workflows.machine.Stranger;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.IpAddress;
import org.xsm.workflows.site.MacAddress;

/**
 * Keeps what was seen of machines in one file, in JSON: how far the logs were read and what came of
 * it change together or not at all, so that no line counts twice.
 */
final class WatchFile {
  private static final Logger LOG = LoggerFactory.getLogger(WatchFile.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private Kept last = Kept.NOTHING;

  WatchFile(Path file) {
    this.file = file;
  }

  /** What was seen. */
  record Kept(Map<ServerPath, Position> logs, List<Way> ways, List<Stranger> strangers) {
    static final Kept NOTHING = new Kept(Map.of(), List.of(), List.of());
  }

  /** What was kept last; nothing, when nothing was, or when nobody can make sense of it. */
  Kept read() {
    try {
      last =
          Files.exists(file)
              ? json.readValue(Files.readAllBytes(file), Page.class).kept()
              : Kept.NOTHING;
    } catch (JsonProcessingException | RuntimeException nonsense) {
      LOG.error(
          "{} is not of our making ({}). How far machines have come begins to be watched anew.",
          file,
          nonsense.getClass().getSimpleName());
    } catch (IOException broken) {
      throw new UncheckedIOException("what was seen of machines cannot be read", broken);
    }
    return last;
  }

  /** Keeps it, unless it is what was kept last. */
  void write(Kept kept) {
    if (kept.equals(last)) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, AtomicFile.PRIVATE, json.writeValueAsBytes(Page.of(kept)));
      last = kept;
    } catch (IOException broken) {
      throw new UncheckedIOException("what was seen of machines cannot be kept", broken);
    }
  }

  /** The file's form. */
  private record Page(List<LogLine> logs, List<WayLine> ways, List<StrangerLine> strangers) {
    static Page of(Kept kept) {
      return new Page(
          kept.logs().entrySet().stream().map(LogLine::of).toList(),
          kept.ways().stream().map(WayLine::of).toList(),
          kept.strangers().stream().map(StrangerLine::of).toList());
    }

    Kept kept() {
      return new Kept(
          logs.stream().collect(Collectors.toMap(LogLine::path, LogLine::position)),
          ways.stream().map(WayLine::way).toList(),
          strangers.stream().map(StrangerLine::stranger).toList());
    }
  }

  private record LogLine(String log, long file, long offset) {
    static LogLine of(Map.Entry<ServerPath, Position> read) {
      Position position = read.getValue();
      return new LogLine(read.getKey().value(), position.file(), position.offset());
    }

    ServerPath path() {
      return new ServerPath(log);
    }

    Position position() {
      return new Position(file, offset);
    }
  }

  private record WayLine(
      String machine,
      String operation,
      String mac,
      String address,
      Stage stage,
      Integer percent,
      String failure,
      Receipt.Way by,
      String sum) {
    static WayLine of(Way way) {
      Progress progress = way.progress();
      return new WayLine(
          way.name().value(),
          way.operation().value(),
          way.mac().value(),
          way.address().value(),
          progress.stage().orElse(null),
          progress.percent().isPresent() ? progress.percent().getAsInt() : null,
          progress.failure().orElse(null),
          progress.receipt().map(Receipt::way).orElse(null),
          progress.receipt().map(Receipt::sha256).orElse(null));
    }

    Way way() {
      Progress progress =
          new Progress(
              Optional.ofNullable(stage),
              percent == null ? OptionalInt.empty() : OptionalInt.of(percent),
              Optional.ofNullable(failure),
              Optional.ofNullable(by).map(way -> new Receipt(way, sum)));
      return new Way(
          new HostName(machine),
          new OperationId(operation),
          new MacAddress(mac),
          new IpAddress(address),
          progress);
    }
  }

  private record StrangerLine(String mac, String reason, String first, String last, long count) {
    static StrangerLine of(Stranger seen) {
      return new StrangerLine(
          seen.mac().value(),
          seen.reason(),
          seen.firstSeen().toString(),
          seen.lastSeen().toString(),
          seen.count());
    }

    Stranger stranger() {
      return new Stranger(
          new MacAddress(mac), reason, Instant.parse(first), Instant.parse(last), count);
    }
  }
}
