package org.xsm.engine.commandline.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;

/**
 * Everything outside that a command speaks with, apart from the manager.
 *
 * @param out for what was asked for
 * @param err for what a person should know beside it
 * @param environment the variables of the process
 */
public record Console(
    Channel out, Channel err, InputStream in, Map<String, String> environment, Terminal terminal) {
  public Console {
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
    Objects.requireNonNull(in);
    environment = Map.copyOf(environment);
    Objects.requireNonNull(terminal);
  }

  /** A stream, and what it can show. */
  public record Channel(PrintStream stream, Screen screen) {
    public Channel {
      Objects.requireNonNull(stream);
      Objects.requireNonNull(screen);
    }

    private static Channel to(FileDescriptor file, Screen screen) {
      return new Channel(
          new PrintStream(new FileOutputStream(file), true, screen.charset()), screen);
    }
  }

  /** That of this process. */
  public static Console ofThisProcess() {
    Map<String, String> environment = System.getenv();
    return new Console(
        Channel.to(FileDescriptor.out, Screen.ofThisProcess(1, environment)),
        Channel.to(FileDescriptor.err, Screen.ofThisProcess(2, environment)),
        System.in,
        environment,
        new SystemTerminal());
  }

  /** What the standard output can show. */
  public Screen screen() {
    return out.screen();
  }

  /** Prints a line of what was asked for. */
  public void say(String line) {
    out.stream().println(line);
  }

  /** Ends the command when nobody reads any more, as in {@code xsm watch RUN | head}. */
  public void requireReader() {
    if (out.stream().checkError()) {
      throw new Ending(ExitCode.ERROR, "Nobody reads what is printed any more.");
    }
  }

  /** Prints a line that a person should know. */
  public void warn(String line) {
    err.stream().println(line);
  }

  /** A variable of the environment; empty text where it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
