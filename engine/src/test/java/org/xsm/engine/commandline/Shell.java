package org.xsm.engine.commandline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xsm.engine.commandline.terminal.Console;
import org.xsm.engine.commandline.terminal.Screen;
import org.xsm.engine.commandline.terminal.Terminal;

/** Somebody who types commands, with an environment, and answers what is asked. */
final class Shell {
  private static final Screen FILE = new Screen(Screen.Kind.FILE, StandardCharsets.UTF_8);

  private final Map<String, String> environment = new HashMap<>();
  private InputStream input = InputStream.nullInputStream();
  private Optional<Supplier<String>> answer = Optional.empty();
  private final List<String> asked = new ArrayList<>();

  /** What a command has said, and how it has ended. */
  record Said(int code, String out, String err) {}

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Shell input(byte[] content) {
    input = new ByteArrayInputStream(content);
    return this;
  }

  /** What the person answers to every question; it may act before it does. */
  Shell answering(Supplier<String> word) {
    answer = Optional.of(word);
    return this;
  }

  List<String> asked() {
    return asked;
  }

  Said run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(channel(out), channel(err), input, environment, new AnsweringTerminal());
    int code = Xsm.run(console, words);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Console.Channel channel(ByteArrayOutputStream to) {
    return new Console.Channel(new PrintStream(to, true, StandardCharsets.UTF_8), FILE);
  }

  private final class AnsweringTerminal implements Terminal {
    @Override
    public Optional<String> ask(String question) {
      asked.add(question);
      return answer.map(Supplier::get);
    }

    @Override
    public Optional<char[]> askSecretly(String question) {
      return ask(question).map(String::toCharArray);
    }

    @Override
    public Window window() {
      return Window.USUAL;
    }
  }
}
