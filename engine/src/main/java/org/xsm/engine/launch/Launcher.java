package org.xsm.engine.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xsm.engine.Application;
import org.xsm.engine.commandline.Xsm;

/**
 * What {@code java -jar xsm.jar} starts: a command of {@link Xsm}, where one is named, else the
 * manager. Where a class-data archive of an earlier start lies beside the jar, the process becomes
 * one that has it: same process id, same options and arguments, a start that takes half the time.
 * Where there is none, the classes are listed while they are loaded, and {@link ArchiveMaking}
 * makes an archive of them for the next start.
 *
 * <p>The options cannot stand in the jar's manifest, and the process is replaced rather than given
 * a child, so that whoever stops or kills it stops the manager. {@code -Dorg.xsm.launch=plain}
 * starts without any of this.
 */
public final class Launcher {
  /** Says in the process that it has been launched, and how. */
  static final String HOW = "org.xsm.launch";

  /** The manager waits more than it reckons: the fast compiler and the small collector are best. */
  private static final String FAST_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final String SMALL_COLLECTOR = "-XX:+UseSerialGC";

  private static final Pattern ANY_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

  private Launcher() {}

  public static void main(String... args) {
    if (args.length > 0 && !args[0].startsWith("--")) {
      command(args);
    }
    if (System.getProperty(HOW) == null) {
      relaunch();
    }
    startHere(args);
  }

  private static void command(String... words) {
    try {
      SmallClassPath.run(ClassArchive.jarOfThisProcess(), words);
    } catch (IOException | LinkageError missing) {
      endWithoutLibraries(missing);
    }
  }

  private static void startHere(String... args) {
    try {
      Application.main(args);
    } catch (NoClassDefFoundError missing) {
      endWithoutLibraries(missing);
    }
  }

  private static void endWithoutLibraries(Throwable missing) {
    System.err.println("XSM needs the libraries of its build: copy lib/ with xsm.jar. " + missing);
    System.exit(1);
  }

  /** Returns only where the process cannot be replaced; it then goes on as it is. */
  private static void relaunch() {
    try {
      Optional<CommandLine> started = CommandLine.ofThisProcess();
      Optional<ClassArchive> archive = ClassArchive.besideJar();
      if (started.isPresent() && archive.isPresent()) {
        Exec.become(started.get().withOptions(options(archive.get(), started.get())));
      }
    } catch (IOException | LinkageError cannot) {
      System.err.println("XSM starts without a class-data archive: " + cannot);
    }
  }

  private static List<String> options(ClassArchive archive, CommandLine started) {
    List<String> options = new ArrayList<>();
    options.add("-D" + HOW + "=archive");
    options.add("-Xlog:disable");
    options.add("-Xlog:all=error");
    options.add(FAST_COMPILER);
    if (!choosesCollector(started)) {
      options.add(SMALL_COLLECTOR);
    }
    if (archive.isThere()) {
      options.add("-XX:SharedArchiveFile=" + archive.file());
    } else if (archive.isWritable()) {
      options.add("-XX:DumpLoadedClassList=" + archive.classes(ProcessHandle.current().pid()));
    }
    return options;
  }

  /** Two collectors are one too many for the virtual machine, whichever stands first. */
  private static boolean choosesCollector(CommandLine started) {
    Stream<String> environment =
        Stream.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")
            .map(System::getenv)
            .filter(Objects::nonNull);
    return Stream.concat(started.words().stream(), environment)
        .anyMatch(words -> ANY_COLLECTOR.matcher(words).find());
  }
}
