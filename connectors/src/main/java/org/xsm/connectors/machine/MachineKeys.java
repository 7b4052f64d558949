package org.xsm.connectors.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Set;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.KeyFile;
import org.xsm.connectors.ssh.KnownHostsFile;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/**
 * The SSH host keys of machines that we install. Each machine's is made here once, before it is
 * installed for the first time, and handed to it by the installation; so we know it from the first
 * connection on, and need not trust whoever answers. A machine that is installed anew keeps its
 * key.
 */
public final class MachineKeys {
  /** The name under which OpenSSH keeps it on the machine. */
  private static final String NAME = "ssh_host_ed25519_key";

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final Doors doors;

  /**
   * @param folder {@code HOME/secrets/hosts}, with a folder for each machine
   * @param doors tell where machines' keys are looked up, and under which names
   */
  public MachineKeys(Path folder, Doors doors) {
    this.folder = folder;
    this.doors = doors;
  }

  private interface Use<T> {
    T of(KeyPair pair) throws IOException;
  }

  /**
   * The machine's key, made if it has none yet.
   *
   * @throws MachineTrouble when it cannot be read or written
   */
  public synchronized HostKey of(BareHost machine) throws MachineTrouble {
    return with(machine, pair -> new HostKey(privateKey(machine), publicKey(machine, pair)));
  }

  /**
   * From now on, what answers at the machine's address is the machine when it has this key, and
   * nobody else is.
   */
  synchronized void trust(BareHost machine) throws MachineTrouble {
    Door door = doors.to(machine.address());
    with(
        machine,
        pair -> {
          new KnownHostsFile(door.knownHosts()).put(door.knownAs(), pair.getPublic());
          return pair;
        });
  }

  /** The machine's key counts no more at its address; one that people know it by stays. */
  synchronized void distrust(BareHost machine) throws MachineTrouble {
    if (!Files.exists(file(machine))) {
      return;
    }
    Door door = doors.to(machine.address());
    with(
        machine,
        pair -> {
          new KnownHostsFile(door.knownHosts()).remove(door.knownAs(), pair.getPublic());
          return pair;
        });
  }

  private <T> T with(BareHost machine, Use<T> use) throws MachineTrouble {
    Path file = file(machine);
    try {
      Files.createDirectories(file.getParent(), OURS_ALONE);
      return use.of(new KeyFile(file, mark(machine)).pair());
    } catch (IOException broken) {
      throw new MachineTrouble(
          TroubleKind.REFUSED,
          "The host key of %s (%s), or the file of known hosts, cannot be read or written: %s."
              .formatted(machine.name(), file, broken.getMessage()));
    } catch (GeneralSecurityException noKey) {
      throw new MachineTrouble(
          TroubleKind.BAD_CONFIG,
          ("%s is no private key without passphrase in OpenSSH's format. Put the host key of %s"
                  + " back, or remove the file: then it gets a new one, and must be installed"
                  + " with it.")
              .formatted(file, machine.name()));
    }
  }

  private Path file(BareHost machine) {
    return folder.resolve(machine.name().value()).resolve(NAME);
  }

  private String privateKey(BareHost machine) throws IOException {
    return Files.readString(file(machine), StandardCharsets.US_ASCII);
  }

  private static String publicKey(BareHost machine, KeyPair pair) {
    return PublicKeyEntry.toString(pair.getPublic()) + " " + mark(machine) + "\n";
  }

  /** By which a key on the image server is known to be of our making. */
  private static String mark(BareHost machine) {
    return "xsm@" + machine.name();
  }
}
