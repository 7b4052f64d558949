package org.xsm.engine.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class-data archive of this very jar, its libraries and this virtual machine (see {@code
 * -XX:SharedArchiveFile} of {@code java}): classes as they stand in memory once they are read and
 * verified. Its name is a fingerprint of all three, so that one of another build is never used.
 *
 * @param jar the jar that was started; the archive lies beside it
 * @param fingerprint of everything that the archive depends on
 */
record ClassArchive(Path jar, String fingerprint) {
  private static final Pattern NAME =
      Pattern.compile("xsm-([0-9a-f]{16})(?:\\.([0-9]{1,10}))?\\.(jsa|classes|list|part|lock)");

  /** The archive that belongs to the jar with which this process was started. */
  static Optional<ClassArchive> besideJar() throws IOException {
    return beside(jarOfThisProcess());
  }

  /** The jar with which this process was started. */
  static Path jarOfThisProcess() {
    return Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
  }

  static Optional<ClassArchive> beside(Path jar) throws IOException {
    Path libraries = jar.toAbsolutePath().resolveSibling("lib");
    if (!Files.isRegularFile(jar) || !Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(System.getProperty("java.home") + " " + System.getProperty("java.vm.version"));
    parts.add(standing(jar));
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path file : files.sorted().toList()) {
        parts.add(standing(file));
      }
    }
    return Optional.of(new ClassArchive(jar.toAbsolutePath(), hash(String.join("\n", parts))));
  }

  /** What the virtual machine, too, looks at: a jar that was touched makes the archive void. */
  private static String standing(Path file) throws IOException {
    return file.getFileName()
        + " "
        + Files.size(file)
        + " "
        + Files.getLastModifiedTime(file).toMillis();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The archive. */
  Path file() {
    return jar.resolveSibling("xsm-" + fingerprint + ".jsa");
  }

  /** Where the virtual machine of this process lists the classes that it loads. */
  Path classes(long process) {
    return of(process, "classes");
  }

  /** Locked by whoever makes an archive, so that managers which start together make one. */
  Path lock() {
    return jar.resolveSibling("xsm-" + fingerprint + ".lock");
  }

  /** The part of that list which is whole. */
  Path list(long process) {
    return of(process, "list");
  }

  /** The archive while it is written on behalf of this process. */
  Path part(long process) {
    return of(process, "part");
  }

  private Path of(long process, String kind) {
    return jar.resolveSibling("xsm-" + fingerprint + "." + process + "." + kind);
  }

  boolean isThere() {
    return Files.isReadable(file());
  }

  boolean isWritable() {
    return Files.isWritable(jar.resolveSibling("."));
  }

  /** What processes that are no more, and earlier builds, have left beside the jar. */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      return files.filter(this::isLeftover).toList();
    }
  }

  private boolean isLeftover(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() && (!name.group(1).equals(fingerprint) || isUnused(name));
  }

  /**
   * The list of a process that is no more; list and part belong to who makes an archive of them.
   */
  private static boolean isUnused(Matcher name) {
    return name.group(3).equals("classes")
        && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty();
  }
}
