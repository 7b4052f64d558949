package org.xsm.connectors.xen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.OpenSshServer;
import org.xsm.connectors.ssh.SshLab;
import org.xsm.connectors.xen.xl.XlToolstack;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/** A host behind a real OpenSSH server, with a stand-in xl; and managers that drive it. */
final class XenLab implements AutoCloseable {
  final OpenSshServer server;
  private final Path folder;
  private final Path xen;
  private int operations;

  private XenLab(OpenSshServer server, Path folder) {
    this.server = server;
    this.folder = folder;
    this.xen = folder.resolve("xen");
  }

  static XenLab start(Path folder) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path xen = Files.createDirectories(folder.resolve("xen/domains")).getParent();
    Path xl = bin.resolve("xl");
    Files.writeString(xl, Fixture.resource("/org/xsm/connectors/xen/fake-xl.sh"));
    xl.toFile().setExecutable(true);
    Files.writeString(xen.resolve("info"), Fixture.of("a01-info").output());
    OpenSshServer server =
        OpenSshServer.start(folder.resolve("sshd"), bin, Map.of("FAKE_XEN", xen.toString()));
    return new XenLab(server, folder);
  }

  /** Forgets every domain, effect and file of ours. */
  void reset() throws IOException {
    clear(xen);
    Files.createDirectories(xen.resolve("domains"));
    Files.writeString(xen.resolve("info"), Fixture.of("a01-info").output());
    clear(Path.of(directory()));
    server.writeKnownHosts("ed25519");
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  String directory() {
    return folder.resolve("our files").toString();
  }

  Door door() {
    Door door = server.door();
    return new Door(
        door.address(),
        door.port(),
        door.user(),
        door.identity(),
        door.knownHosts(),
        door.knownAs(),
        directory());
  }

  /** One manager's connector, with its own connections. */
  Manager manager(Duration commandLimit) {
    return new Manager(
        new SshLab(host -> door()),
        host -> door(),
        new Limits(Duration.ofSeconds(10), commandLimit));
  }

  /** A manager that gives hosts so little time for an answer. */
  Manager impatient(Duration limit) {
    return new Manager(
        new SshLab(host -> door()), host -> door(), new Limits(limit, Duration.ofSeconds(20)));
  }

  Manager manager() {
    return manager(Duration.ofSeconds(20));
  }

  /** A manager. */
  static final class Manager implements AutoCloseable {
    final SshLab ssh;
    final XenHosts hosts;
    private final XenConnector connector;

    Manager(SshLab ssh, Doors doors, Limits limits) {
      this.ssh = ssh;
      HostShell shell = new HostShell(ssh.ssh(), doors);
      Toolstacks toolstacks =
          new Toolstacks(HostsSettings.Choice.AUTO, new XlToolstack(), shell, limits.look());
      this.hosts = new XenHosts(shell, toolstacks, limits.look());
      this.connector = new XenConnector(shell, toolstacks, limits, Clock.systemUTC());
    }

    Outcome carryOut(Command command) {
      return connector.carryOut(command);
    }

    @Override
    public void close() {
      hosts.close();
      ssh.close();
    }
  }

  /** A VM of this name, under an operation id that was not there before. */
  Target target(String vm) {
    return target(vm, UUID.nameUUIDFromBytes(vm.getBytes()));
  }

  Target target(String vm, UUID uuid) {
    operations++;
    return new Target(
        new OperationId("run.1.create-vm_" + vm + "." + operations),
        new HostAddress("192.168.5.101"),
        new VmName(vm),
        uuid);
  }

  static String config(Target target) {
    return "name = \"" + target.vm() + "\"\nuuid = \"" + target.uuid() + "\"\nmemory = 96\n";
  }

  void set(String name, String value) throws IOException {
    Files.writeString(xen.resolve(name), value);
  }

  void unset(String name) throws IOException {
    Files.deleteIfExists(xen.resolve(name));
  }

  /** From now on, xl info does not end. */
  void hang() throws IOException, InterruptedException {
    unset("info");
    new ProcessBuilder("mkfifo", xen.resolve("info").toString()).start().waitFor();
  }

  /** Puts a domain on the host that nobody asked us for. */
  void addDomain(int id, String line) throws IOException {
    Files.writeString(xen.resolve("domains/" + id), line + "\n");
  }

  void removeDomain(int id) throws IOException {
    Files.deleteIfExists(xen.resolve("domains/" + id));
  }

  /** What was really done on the host, in order. */
  List<String> effects() {
    try {
      Path effects = xen.resolve("effects");
      return Files.exists(effects) ? Files.readAllLines(effects) : List.of();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
