package org.xsm.connectors.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.HostName;

/**
 * The passwords of management controllers: {@code HOME/secrets/bmc/NAME}, one line. They are handed
 * to ipmitool as files, and so never stand on a command line, in a log or in a message.
 */
final class BmcPasswords {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  /** All that IPMI 2.0 has room for, and a line's end. */
  private static final int LONGEST = 20;

  private final Path folder;

  /**
   * @param folder {@code HOME/secrets/bmc}
   */
  BmcPasswords(Path folder) {
    this.folder = folder;
  }

  /**
   * The file with the password of this machine's controller.
   *
   * @throws MachineTrouble when there is none, or one that others may read, or one that cannot be
   *     right
   */
  Path file(HostName machine) throws MachineTrouble {
    Path file = folder.resolve(machine.value());
    if (!Files.isRegularFile(file)) {
      throw trouble("There is no password for the controller of " + machine, file);
    }
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw trouble("Others may read the password of the controller of " + machine, file);
      }
      check(machine, file);
      return file;
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be read", broken);
    }
  }

  private static void check(HostName machine, Path file) throws IOException, MachineTrouble {
    byte[] kept = Files.readAllBytes(file);
    try {
      String line = new String(kept, StandardCharsets.ISO_8859_1);
      String password = line.replaceFirst("\r?\n$", "");
      boolean usable =
          !password.isEmpty()
              && password.length() <= LONGEST
              && password.chars().allMatch(point -> point >= ' ' && point != 127);
      if (!usable) {
        throw trouble(
            ("What stands there is not 1 to 20 characters on one line, as IPMI wants the"
                    + " password of ")
                + machine,
            file);
      }
    } finally {
      Arrays.fill(kept, (byte) 0);
    }
  }

  private static MachineTrouble trouble(String what, Path file) {
    return new MachineTrouble(
        TroubleKind.BAD_CONFIG,
        what + ". Write it into " + file + " on one line, and give the file the mode 0600.");
  }
}
