package org.xsm.engine.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words with which a process of the virtual machine was started.
 *
 * @param program the file of the program
 * @param words the words, the first of which is the program's name
 */
record CommandLine(Path program, List<String> words) {
  private static final Path SELF = Path.of("/proc/self");

  CommandLine {
    words = List.copyOf(words);
  }

  /** Those of this process, where the system tells (Linux) and it was started by {@code -jar}. */
  static Optional<CommandLine> ofThisProcess() throws IOException {
    Path words = SELF.resolve("cmdline");
    return Files.isReadable(words)
        ? of(SELF.resolve("exe").toRealPath(), Files.readString(words))
        : Optional.empty();
  }

  /**
   * @param line the words, each followed by a NUL, as {@code proc(5)} gives them
   */
  static Optional<CommandLine> of(Path program, String line) {
    List<String> words = List.of(line.split("\0", -1));
    return words.contains("-jar")
        ? Optional.of(new CommandLine(program, words.subList(0, words.size() - 1)))
        : Optional.empty();
  }

  /** The same with these options in front of its own, which therefore win. */
  CommandLine withOptions(List<String> options) {
    List<String> all = new ArrayList<>(words);
    all.addAll(1, options);
    return new CommandLine(program, all);
  }
}
