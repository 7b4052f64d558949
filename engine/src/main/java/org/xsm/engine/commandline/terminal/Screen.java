package org.xsm.engine.commandline.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What a stream of a command can show.
 *
 * @param charset how characters are written; signs that it has not are replaced by plainer ones
 */
public record Screen(Kind kind, Charset charset) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** What the stream is. */
  public enum Kind {
    /** A file, or a pipe to another program. */
    FILE,
    /** A terminal that shows no colours, or whose person wants none. */
    TERMINAL,
    COLOURED
  }

  public Screen {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(charset);
  }

  /**
   * A stream of this process.
   *
   * @param descriptor 1 for the standard output, 2 for that of errors
   */
  static Screen ofThisProcess(int descriptor, Map<String, String> environment) {
    Charset charset = Charset.forName(System.getProperty("native.encoding", "US-ASCII"));
    return new Screen(isTerminal(descriptor) ? terminal(environment) : Kind.FILE, charset);
  }

  /** As https://no-color.org asks for. */
  private static Kind terminal(Map<String, String> environment) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return plain ? Kind.TERMINAL : Kind.COLOURED;
  }

  /** Java 17 knows only whether input and output are both a terminal; Linux tells them apart. */
  private static boolean isTerminal(int descriptor) {
    try {
      String output =
          Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor))).toString();
      return output.startsWith("/dev/pts/")
          || output.startsWith("/dev/tty")
          || output.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.console() != null;
    }
  }

  /** Whether a person looks at it while it is written. */
  public boolean isTerminalOfAPerson() {
    return kind != Kind.FILE;
  }

  /** Whether colours are shown. */
  public boolean hasColours() {
    return kind == Kind.COLOURED;
  }

  /** The text in this ink, where there are colours. */
  public String paint(Ink ink, String text) {
    return hasColours() ? ink.around(text) : text;
  }

  /** The first text, where the screen can show it, else the plainer one. */
  public String sign(String sign, String plainer) {
    return charset.newEncoder().canEncode(sign) ? sign : plainer;
  }
}
