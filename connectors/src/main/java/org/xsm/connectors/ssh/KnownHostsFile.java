package org.xsm.connectors.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.xsm.connectors.files.AtomicFile;

/**
 * Writes the hosts' public keys that we know into a file in OpenSSH's format. What else stands
 * there stays as it is: other hosts, comments, authorities, and {@code @revoked} keys.
 */
public record KnownHostsFile(Path file) {
  /**
   * Makes this the one key of the host. Written anew only where something changes.
   *
   * @param host as OpenSSH names it: {@code 192.168.5.101}, or {@code [127.0.0.1]:2222}
   */
  public void put(String host, PublicKey key) throws IOException {
    String line = host + " " + PublicKeyEntry.toString(key);
    List<String> known = read();
    List<String> wanted = new ArrayList<>();
    known.forEach(
        old -> (old.equals(line) ? Optional.of(old) : without(old, host)).ifPresent(wanted::add));
    if (!wanted.contains(line)) {
      wanted.add(line);
    }
    write(known, wanted);
  }

  /** Takes this key of the host away; another key of it stays. */
  public void remove(String host, PublicKey key) throws IOException {
    String entry = " " + PublicKeyEntry.toString(key);
    List<String> known = read();
    List<String> wanted = new ArrayList<>();
    known.forEach(
        old ->
            ((old + " ").contains(entry + " ") ? without(old, host) : Optional.of(old))
                .ifPresent(wanted::add));
    write(known, wanted);
  }

  /** A line as it is when it does not name the host any more; nothing, when it named no other. */
  private static Optional<String> without(String line, String host) {
    String text = line.strip();
    String names = text.split("\\s", 2)[0];
    boolean ours = !names.isEmpty() && names.charAt(0) != '#' && names.charAt(0) != '@';
    if (!ours || Arrays.stream(names.split(",")).noneMatch(name -> isNamed(name, host))) {
      return Optional.of(line);
    }
    String others =
        Arrays.stream(names.split(","))
            .filter(name -> !isNamed(name, host))
            .collect(Collectors.joining(","));
    return Optional.of(others + text.substring(names.length())).filter(rest -> !others.isEmpty());
  }

  private static boolean isNamed(String name, String host) {
    return KnownHosts.isNamed(name, host);
  }

  /** Each octet is a character, so that whatever people wrote there is written as it was. */
  private List<String> read() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
  }

  private void write(List<String> known, List<String> wanted) throws IOException {
    if (known.equals(wanted)) {
      return;
    }
    String text = wanted.stream().map(line -> line + "\n").collect(Collectors.joining());
    Files.createDirectories(file.getParent());
    Path target = Files.exists(file) ? file.toRealPath() : file;
    String permissions =
        Files.exists(target)
            ? PosixFilePermissions.toString(Files.getPosixFilePermissions(target))
            : AtomicFile.PUBLIC;
    AtomicFile.write(target, permissions, text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
