package org.xsm.connectors.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.Doors;
import org.xsm.connectors.ssh.KeyFile;
import org.xsm.connectors.ssh.KnownHostsFile;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.HostAddress;

/**
 * Hosts that are not there, for the demo, rehearsals and tests: any address answers, unless a bare
 * machine was put there that has no system yet. Behind a real SSH server on the loopback address
 * stands a real shell with a stand-in {@code xl} or {@code xm} first on its path; what a host is
 * and has lies in {@code data/simulated/ADDRESS/} and outlives the manager. See {@code
 * docs/simulated-site.md}.
 */
public final class SimulatedSite implements Doors, AutoCloseable {
  private static final Duration FAULTS_SEEN_AFTER = Duration.ofMillis(200);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
  private static final String USER = "root";
  private static final List<String> SHELL = shellWords();

  private final Path folder;
  private final Rack rack;
  private final Map<HostAddress, HostPort> hosts = new ConcurrentHashMap<>();
  private final Map<Integer, HostPort> ports = new ConcurrentHashMap<>();
  private final ExecutorService streams =
      Executors.newCachedThreadPool(daemons("simulated-stream"));
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(daemons("simulated-faults"));
  private final LoopbackServer server = LoopbackServer.create();
  private KeyPair login;

  public SimulatedSite(Home home, SimulatedSettings settings, Clock clock) {
    folder = home.data().resolve("simulated");
    rack = new Rack(folder, settings, clock);
  }

  /**
   * The way to the stand-in for this host, which is made and started when it is asked for the first
   * time.
   */
  @Override
  public Door to(HostAddress host) {
    HostPort open = hosts.computeIfAbsent(host, this::open);
    return new Door(
        server.getHost(),
        open.port(),
        USER,
        folder.resolve("id_ed25519"),
        folder.resolve("known_hosts"),
        host.value(),
        open.folder().resolve("var/lib/xsm").toString());
  }

  /** The host in the hands of a test or a demo; made and started when it is not there yet. */
  public SimulatedHost host(HostAddress host) {
    to(host);
    HostPort open = hosts.get(host);
    return new SimulatedHost(open.folder(), open::followFaults);
  }

  /** The machines that stand there, or may. */
  Rack rack() {
    return rack;
  }

  /** The machines that nobody has declared. */
  UnknownMachines strangers() {
    return new UnknownMachines(folder.resolve("unknown"));
  }

  /** Lets a host that is open behave as its files say from now on. */
  void follow(HostAddress host) {
    HostPort open = hosts.get(host);
    if (open != null) {
      open.followFaults();
    }
  }

  private synchronized HostPort open(HostAddress host) {
    try {
      if (login == null) {
        begin();
      }
      BareMachine machine = rack.at(host);
      Path ground = Files.createDirectories(machine.folder());
      machine.furnish();
      KeyPair key = key(ground.resolve("ssh_host_ed25519_key"));
      new KnownHostsFile(folder.resolve("known_hosts")).put(host.value(), key.getPublic());
      HostPort opened = new HostPort(machine, key, server);
      ports.put(opened.port(), opened);
      opened.followFaults();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("simulated host " + host, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ed25519", e);
    }
  }

  private static KeyPair key(Path file) throws IOException, GeneralSecurityException {
    return new KeyFile(file, "xsm-simulated-site").pair();
  }

  private void begin() throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    StandIn.install(folder);
    login = key(folder.resolve("id_ed25519"));
    server.setKeyPairProvider((KeyOfSession) this::keysOf);
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            USER.equals(user)
                && KeyUtils.compareKeys(key, login.getPublic())
                && !ports.get(LoopbackServer.portOf(session)).isKeepingOut());
    server.setCommandFactory(this::command);
    long pause = FAULTS_SEEN_AFTER.toMillis();
    watch.scheduleWithFixedDelay(this::followFaults, pause, pause, TimeUnit.MILLISECONDS);
  }

  private Iterable<KeyPair> keysOf(SessionContext session) {
    HostPort host = ports.get(LoopbackServer.portOf(session));
    return host == null ? List.of() : List.of(host.key());
  }

  private Command command(ChannelSession channel, String line) {
    HostPort host = ports.get(LoopbackServer.portOf(channel.getSession()));
    return host.isSilent()
        ? new SilentCommand()
        : new ShellCommand(shell(host.folder(), line), streams, channel);
  }

  /** A shell as a host's sshd would start it; in a session of its own, so that it outlives us. */
  private ProcessBuilder shell(Path ground, String line) {
    ProcessBuilder shell = new ProcessBuilder(new ArrayList<>(SHELL));
    shell.command().add(line);
    shell.directory(ground.toFile());
    Map<String, String> environment = shell.environment();
    String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.clear();
    environment.put("PATH", folder.resolve(programs(ground)) + ":" + path);
    environment.put("HOME", ground.toString());
    environment.put("USER", USER);
    environment.put("LOGNAME", USER);
    environment.put("SHELL", "/bin/sh");
    environment.put("XSM_SIMULATED_HOST", ground.toString());
    return shell;
  }

  private static String programs(Path ground) {
    try {
      return HostFolder.hasXm(ground) ? "bin-xm" : "bin";
    } catch (IOException e) {
      throw new UncheckedIOException("simulated host " + ground.getFileName(), e);
    }
  }

  private void followFaults() {
    hosts.values().forEach(HostPort::followFaults);
  }

  /**
   * Stops the server. Commands that run on the hosts end by themselves, as they would on real ones.
   */
  @Override
  public void close() {
    watch.shutdownNow();
    hosts.values().forEach(HostPort::close);
    try {
      server.close(true).await(LONGEST_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated site's server does not close", e);
    }
    streams.shutdown();
  }

  private static List<String> shellWords() {
    boolean detached =
        Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
    return detached ? List.of("setsid", "/bin/sh", "-c") : List.of("/bin/sh", "-c");
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Host keys by session: what a session is shown depends on the port that it came to. */
  private interface KeyOfSession extends KeyPairProvider {}
}
