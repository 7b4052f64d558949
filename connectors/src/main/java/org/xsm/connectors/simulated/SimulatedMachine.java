package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.xsm.connectors.files.AtomicFile;

/**
 * One bare machine of the simulated site in the hands of a test, a rehearsal or a demo: presses its
 * button, sets its faults, and looks at what has happened on it. Everything goes through the files
 * of its folder, so that it also works on a machine of another process.
 */
public final class SimulatedMachine {
  private final Path folder;

  /**
   * @param folder {@code data/simulated/ADDRESS} in the manager's home
   */
  public SimulatedMachine(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** The machine's folder, which is also that of the host that it becomes. */
  public Path folder() {
    return folder;
  }

  /** Somebody presses its button: it starts, or starts anew, from the network. */
  public void press() {
    write(BareMachine.BUTTON, "on");
  }

  /** Somebody switches it off by hand. */
  public void switchOff() {
    write(BareMachine.BUTTON, "off");
  }

  /** Nobody answers it when it asks for an address. */
  public void withholdAddress() {
    write(Surroundings.NO_DHCP, "");
  }

  /** It cannot load its boot loader. */
  public void timeOutTftp() {
    write(Surroundings.TFTP_TIMEOUT, "");
  }

  /**
   * The transfer of its image stops here.
   *
   * @param percent 0 to 99
   */
  public void stallTransferAt(int percent) {
    write(Surroundings.STALL_TRANSFER, String.valueOf(percent));
  }

  /** What it receives of its image is not what was sent. */
  public void damageImage() {
    write(Surroundings.WRONG_CHECKSUM, "");
  }

  /**
   * So many casts do not reach it whole.
   *
   * @param casts from 2 on, it fetches its image for itself in the end
   */
  public void loseCasts(int casts) {
    write(Surroundings.LOSE_CASTS, String.valueOf(casts));
  }

  /** Once it is installed, it stays in the installer. */
  public void neverReboot() {
    write(Surroundings.NEVER_REBOOTS, "");
  }

  /** Takes all faults away; what has failed already fails until the machine is started anew. */
  public void heal() {
    new SimulatedHost(folder).heal();
  }

  /**
   * Where it is on its way, as it was when the manager looked last: {@code off}, {@code
   * from-network}, {@code from-disk}, or a stage such as {@code boot-loader}.
   */
  public String position() {
    Path state = folder.resolve(BareMachine.STATE);
    try {
      return Walk.parse(Files.readString(state)).position().label();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no simulated machine in " + folder, e);
    }
  }

  /** How often an installation has destroyed what was on its disk. */
  public long installsBegun() {
    return count(MachineDisk.BEGUN);
  }

  /** How often an installation has come to its end. */
  public long installsFinished() {
    return count(MachineDisk.FINISHED);
  }

  private long count(String what) {
    Path log = folder.resolve(MachineDisk.INSTALLS);
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> List.of(line.split("\t")).contains(what)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) {
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(target.getParent());
      AtomicFile.write(target, AtomicFile.PUBLIC, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
