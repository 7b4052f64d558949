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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.OpenSshServer;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.ssh.SshLab;
import org.xsm.connectors.xen.Operations.Ended;
import org.xsm.connectors.xen.Operations.State;
import org.xsm.workflows.command.Command;
import org.xsm.workflows.command.OperationId;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Target;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.VmName;

/**
 * A host behind a real OpenSSH server, with a stand-in xl, empty before each test; and managers
 * that drive it.
 */
final class XenLab
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  static final HostAddress HOST = new HostAddress("192.168.5.101");

  OpenSshServer server;
  Manager manager;
  private Path folder;
  private Path xen;
  private int operations;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("xen-lab");
    xen = folder.resolve("xen");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.writeString(bin.resolve("xl"), Fixture.resource("/org/xsm/connectors/xen/fake-xl.sh"));
    bin.resolve("xl").toFile().setExecutable(true);
    server = OpenSshServer.start(folder.resolve("sshd"), bin, Map.of("FAKE_XEN", xen.toString()));
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    clear(xen);
    clear(directory());
    Files.createDirectories(xen.resolve("domains"));
    Files.writeString(xen.resolve("info"), Fixture.of("a01-info").output());
    server.writeKnownHosts("ed25519");
    manager = manager(limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    manager.close();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (server != null) {
      server.close();
    }
    clear(folder);
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

  /** Where our files lie on the host. */
  Path directory() {
    return folder.resolve("our files");
  }

  /** What stands first on the PATH of the host. */
  Path bin() {
    return folder.resolve("bin");
  }

  private Door door() {
    Door door = server.door();
    return new Door(
        door.address(),
        door.port(),
        door.user(),
        door.identity(),
        door.knownHosts(),
        door.knownAs(),
        directory().toString());
  }

  /** Limits as they are set, but for these. */
  static Limits limits(Duration look, Duration command) {
    return new Limits(look, command, Duration.ofSeconds(10), Duration.ofMinutes(10));
  }

  /** One more manager, with connections of its own. */
  Manager manager(Limits limits) {
    return new Manager(this, limits);
  }

  /** Lets a new manager take the old one's place, one that waits no longer for an operation. */
  void restartManager(Duration commandLimit) {
    manager.close();
    manager = manager(limits(Duration.ofSeconds(20), commandLimit));
  }

  /** A manager. */
  static final class Manager implements AutoCloseable {
    final SshLab ssh;
    final XenHosts hosts;
    final HostCopies copies;
    private final XenConnector connector;
    private final Tools tools;

    private Manager(XenLab lab, Limits limits) {
      ssh = new SshLab(host -> lab.door());
      HostShell shell = new HostShell(ssh.ssh(), host -> lab.door());
      Toolstacks toolstacks = new Toolstacks(settings(), shell, limits.look());
      hosts = new XenHosts(shell, toolstacks, limits.look());
      copies = new HostCopies(shell, limits.look());
      connector = new XenConnector(shell, toolstacks, limits, Clock.systemUTC());
      tools = new Tools(shell, toolstacks, limits);
    }

    private static HostsSettings settings() {
      Duration any = Duration.ofSeconds(20);
      return new HostsSettings(
          HostsSettings.Mode.REAL, HostsSettings.Choice.AUTO, "/any", any, any, any, "");
    }

    Outcome carryOut(Command command) {
      return connector.carryOut(command);
    }

    /** Sends an act on its way by hand; tells the verdict of its script. */
    List<String> act(Target target, Act act, String... arguments) throws HostTrouble {
      ShellScript script = act.in(tools.toolstack(target), arguments);
      State state = tools.operations().carryOut(target, Duration.ofSeconds(20), script);
      return ((Ended) state).verdict();
    }

    /** Writes the guest config and creates the VM. */
    Outcome create(Target target) {
      carryOut(new Command.WriteConfig(target, config(target)));
      return carryOut(new Command.CreateVm(target));
    }

    @Override
    public void close() {
      hosts.close();
      copies.close();
      ssh.close();
    }
  }

  /** A VM of this name, under an operation id that was not there before. */
  Target target(String vm) {
    return target(vm, UUID.nameUUIDFromBytes(vm.getBytes()));
  }

  Target target(String vm, UUID uuid) {
    operations++;
    OperationId operation = new OperationId("run.1.create-vm_" + vm + "." + operations);
    return new Target(operation, HOST, new VmName(vm), uuid);
  }

  static String config(Target target) {
    return "name = \"" + target.vm() + "\"\nuuid = \"" + target.uuid() + "\"\nmemory = 96\n";
  }

  /** Sets the stand-in's behaviour; see there. */
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

  /** The ids of the domains that are there. */
  List<String> domains() {
    try (Stream<Path> files = Files.list(xen.resolve("domains"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
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

  /** The creations that xl really carried out. */
  List<String> creates() {
    return effects().stream().filter(line -> line.startsWith("create ")).toList();
  }

  /** Kills the operation's processes on the host, and what they run. */
  void killOperation(Target target) {
    processes(argument -> argument.endsWith("/operations/" + target.operation()))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills the shells of the operation, but not the xl that they run. */
  void orphanXl(Target target) {
    List<ProcessHandle> shells =
        Stream.concat(
                processes(argument -> argument.endsWith("/operations/" + target.operation())),
                processes(argument -> argument.equals(target.uuid().toString())))
            .toList();
    shells.forEach(ProcessHandle::destroyForcibly);
    shells.forEach(shell -> shell.onExit().join());
  }

  /** By their own files: what Java tells of a process ends after 4096 characters. */
  private static Stream<ProcessHandle> processes(Predicate<String> hasArgument) {
    return ProcessHandle.allProcesses()
        .filter(process -> arguments(process).stream().anyMatch(hasArgument));
  }

  private static List<String> arguments(ProcessHandle process) {
    try {
      return List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0"));
    } catch (IOException ended) {
      return List.of();
    }
  }
}
