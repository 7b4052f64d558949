package org.xsm.engine.launch;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xsm.engine.commandline.Xsm;

/**
 * Runs a command of {@link Xsm} from the command line's own jar and the few libraries that it
 * needs: whoever asks the manager's class path for a class that is not there opens two hundred
 * jars, which takes longer than most commands.
 */
final class SmallClassPath {
  private static final Pattern NEEDED =
      Pattern.compile("(picocli|jackson-(annotations|core|databind)|xsm-workflows)-\\d.*\\.jar");

  private SmallClassPath() {}

  /** Does what the words say, and ends the process. */
  static void run(Path manager, String... words) throws IOException {
    Path jar = manager.toAbsolutePath().resolveSibling("xsm-command-line.jar");
    if (Files.isReadable(jar)) {
      start(loader(jar), words);
    } else {
      Xsm.main(words);
    }
  }

  private static ClassLoader loader(Path jar) throws IOException {
    List<URL> path = new ArrayList<>();
    path.add(jar.toUri().toURL());
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      for (Path each : libraries.filter(SmallClassPath::isNeeded).sorted().toList()) {
        path.add(each.toUri().toURL());
      }
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static boolean isNeeded(Path library) {
    return NEEDED.matcher(library.getFileName().toString()).matches();
  }

  /** The same type as {@link Xsm}, of the other loader. */
  private static void start(ClassLoader loader, String... words) {
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass(Xsm.class.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) words);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the command line does not start", broken);
    }
  }
}
