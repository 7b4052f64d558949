package org.xsm.engine.crash.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.xsm.engine.crash.RunningJar;
import org.xsm.engine.crash.child.Child;

/**
 * How a child is started that is to be started hundreds of times: by the built jar, behind it a jar
 * with the classes beside {@link Child}, and a class-data archive with all that a life needs. An
 * archive takes no signed classes, so those of Bouncy Castle come from a copy without signatures.
 *
 * @param archiving the option that makes use of the archive, or that lists the classes for one
 */
record FastStart(String classPath, String archiving) {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms256m",
          "-Xmx256m",
          "-Xmn128m",
          "-Xlog:disable",
          "-Xlog:all=error");

  /** Without an archive; lists the classes that are loaded. */
  static FastStart listing(Path folder) {
    return new FastStart(
        String.join(
            ":", unsigned(folder).toString(), RunningJar.jar().toString(), pack(folder).toString()),
        "-XX:DumpLoadedClassList=" + folder.resolve("classes"));
  }

  /** With an archive of what was listed. */
  FastStart archived(Path folder) {
    Path archive = folder.resolve("child.jsa");
    run(
        "-Xshare:dump",
        "-XX:+UseG1GC",
        "-Xlog:disable",
        "-XX:SharedClassListFile=" + folder.resolve("classes"),
        "-XX:SharedArchiveFile=" + archive,
        "-cp",
        classPath);
    return new FastStart(classPath, "-XX:SharedArchiveFile=" + archive);
  }

  /** The words that start a child. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(OPTIONS);
    words.addAll(List.of(archiving, "-cp", classPath, Child.class.getName()));
    return words;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void run(String... options) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(List.of(options));
    try {
      assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).as("%s", words).isZero();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  private static Path pack(Path folder) {
    String place = Child.class.getPackageName().replace('.', '/');
    Path jar = folder.resolve("child.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes().resolve(place))) {
      for (Path file : files.toList()) {
        out.putNextEntry(new JarEntry(place + "/" + file.getFileName()));
        Files.copy(file, out);
      }
      return jar;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Path classes() {
    try {
      return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path unsigned(Path folder) {
    Path copy = folder.resolve("unsigned.jar");
    try (Stream<Path> libraries = Files.list(RunningJar.jar().resolveSibling("lib"));
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      Path signed =
          libraries
              .filter(file -> file.getFileName().toString().startsWith("bcprov-"))
              .findFirst()
              .orElseThrow();
      try (JarFile jar = new JarFile(signed.toFile(), false)) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          copyClass(jar, entry, out);
        }
      }
      return copy;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Leaves out what belongs to the signature, and the classes of other versions of Java. */
  private static void copyClass(JarFile jar, JarEntry entry, JarOutputStream out)
      throws IOException {
    if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
      out.putNextEntry(new JarEntry(entry.getName()));
      jar.getInputStream(entry).transferTo(out);
    }
  }
}
