package org.xsm.engine.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Makes the class-data archive for the next start, once this start is over: a process of its own,
 * at the lowest priority, which outlives the manager if need be.
 */
public final class ArchiveMaking {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaking.class);

  /**
   * The words: the archive, the lock of whoever makes one, the archive's part, the list of classes,
   * and the command that writes the part.
   */
  private static final String MAKE =
      """
      lock=$1 part=$2 list=$3
      shift 3
      exec 9>"$lock"
      if ! command -v flock >/dev/null || flock -n 9; then
        "$@" && mv -f "$part" "$0"
        rm -f "$part"
      fi
      rm -f "$list"
      """;

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    try {
      Optional<ClassArchive> archive = ClassArchive.besideJar();
      if (archive.isPresent() && !archive.get().isThere()) {
        make(archive.get(), ProcessHandle.current().pid());
      }
    } catch (IOException cannot) {
      LOG.warn("The next start will not be faster than this one: {}", cannot.toString());
    }
  }

  private static void make(ClassArchive archive, long process) throws IOException {
    for (Path old : archive.leftovers()) {
      Files.deleteIfExists(old);
    }
    if (Files.isReadable(archive.classes(process))) {
      Files.write(archive.list(process), whole(Files.readAllBytes(archive.classes(process))));
      new ProcessBuilder(words(archive, process))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }

  /** The list as far as it is written; its last line may be half a line. */
  private static byte[] whole(byte[] written) {
    int end = written.length;
    while (end > 0 && written[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(written, end);
  }

  private static List<String> words(ClassArchive archive, long process) {
    return List.of(
        "/bin/sh",
        "-c",
        MAKE,
        archive.file().toString(),
        archive.lock().toString(),
        archive.part(process).toString(),
        archive.list(process).toString(),
        "nice",
        "-n",
        "19",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:dump",
        "-XX:+UseG1GC",
        "-XX:SharedClassListFile=" + archive.list(process),
        "-XX:SharedArchiveFile=" + archive.part(process),
        "-cp",
        archive.jar().toString());
  }
}
