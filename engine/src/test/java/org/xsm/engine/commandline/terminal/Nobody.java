package org.xsm.engine.commandline.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A terminal with nobody in front of it. */
public final class Nobody implements Terminal {
  /** A console without a person, which writes to this stream. */
  public static Console console(OutputStream written, Screen.Kind kind) {
    Console.Channel channel =
        new Console.Channel(
            new PrintStream(written, true, StandardCharsets.UTF_8),
            new Screen(kind, StandardCharsets.UTF_8));
    return new Console(channel, channel, InputStream.nullInputStream(), Map.of(), new Nobody());
  }

  @Override
  public Optional<String> ask(String question) {
    return Optional.empty();
  }

  @Override
  public Optional<char[]> askSecretly(String question) {
    return Optional.empty();
  }

  @Override
  public Window window() {
    return Window.USUAL;
  }
}
