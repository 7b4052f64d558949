package org.xsm.engine.crash.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.xsm.connectors.simulated.Effect;
import org.xsm.connectors.simulated.SimulatedDomain;
import org.xsm.connectors.simulated.SimulatedHost;
import org.xsm.connectors.simulated.SimulatedMachine;

/**
 * The hosts of one home folder, as they tell of themselves.
 *
 * @param addresses in the order of their numbers
 */
record Hosts(Path home, List<String> addresses) {
  private static final Duration SHUTDOWN = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofHours(1);

  /** Something that was done on a host. */
  record Act(String host, Effect effect) {
    @Override
    public String toString() {
      return effect.verb() + "@" + host;
    }
  }

  /** A guest on a host. */
  record Guest(String host, SimulatedDomain domain) {}

  SimulatedHost host(String address) {
    Path folder = home.resolve("data/simulated").resolve(address);
    try {
      Files.createDirectories(folder.resolve("faults"));
      Files.createDirectories(folder.resolve("times"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new SimulatedHost(folder);
  }

  /** All are well again. */
  void heal() {
    each(
        host -> {
          host.heal();
          host.setTime("shutdown", SHUTDOWN);
        });
  }

  void each(Consumer<SimulatedHost> deed) {
    addresses.forEach(address -> deed.accept(host(address)));
  }

  /** Their guests hear that they are to stop, and do not. */
  void deafen() {
    each(host -> host.setTime("shutdown", NEVER));
  }

  /** Puts a program where the host's tool runs it: {@code create.before}. */
  void program(String address, String moment, String text) {
    try {
      Path program = host(address).folder().resolve("faults").resolve(moment);
      Path fresh = Files.writeString(program.resolveSibling("." + moment + ".new"), text);
      if (!fresh.toFile().setExecutable(true)) {
        throw new IOException("cannot make executable: " + fresh);
      }
      Files.move(fresh, program);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Somebody goes there and pulls the plug: nothing runs there, and nobody answers. */
  void switchOff(String address) {
    guests(address).forEach(guest -> destroy(address, guest.name()));
    host(address).refuse();
  }

  private void destroy(String address, String name) {
    try {
      Process xl =
          new ProcessBuilder(host(address).folder().resolve("xl").toString(), "destroy", name)
              .inheritIO()
              .start();
      xl.waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** All that was done, oldest first. */
  List<Act> acts() {
    return addresses.stream()
        .flatMap(address -> host(address).effects().stream().map(act -> new Act(address, act)))
        .sorted(Comparator.comparing(act -> act.effect().at()))
        .toList();
  }

  /** How often an image was begun to be put on each machine. */
  List<Long> installs() {
    return addresses.stream()
        .map(address -> home.resolve("data/simulated").resolve(address))
        .filter(folder -> Files.exists(folder.resolve("machine")))
        .map(folder -> new SimulatedMachine(folder).installsBegun())
        .filter(count -> count > 0)
        .toList();
  }

  /** What is there now. */
  List<Guest> guests() {
    return addresses.stream()
        .flatMap(address -> guests(address).map(domain -> new Guest(address, domain)))
        .toList();
  }

  private Stream<SimulatedDomain> guests(String address) {
    SimulatedHost host = host(address);
    return Files.exists(host.folder().resolve("xl"))
        ? host.domains().stream().filter(domain -> domain.id() != 0)
        : Stream.of();
  }
}
