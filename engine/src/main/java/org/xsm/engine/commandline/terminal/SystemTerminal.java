package org.xsm.engine.commandline.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal that this process was started in. */
final class SystemTerminal implements Terminal {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");

  @Override
  public Optional<String> ask(String question) {
    return Optional.ofNullable(System.console()).map(console -> console.readLine("%s", question));
  }

  @Override
  public Optional<char[]> askSecretly(String question) {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("%s", question));
  }

  /** As {@code stty size} says, which every POSIX system has in one way or another. */
  @Override
  public Window window() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = SIZE.matcher(said);
      return size.matches()
          ? new Window(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
          : Window.USUAL;
    } catch (IOException noTerminal) {
      return Window.USUAL;
    }
  }
}
