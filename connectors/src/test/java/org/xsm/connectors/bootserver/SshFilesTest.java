package org.xsm.connectors.bootserver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.ssh.OpenSshServer;
import org.xsm.connectors.ssh.SshLab;

class SshFilesTest extends ServerFilesContract {
  private static OpenSshServer server;
  private static SshLab ssh;

  @BeforeAll
  static void start(@TempDir Path sshd) throws Exception {
    server = OpenSshServer.start(sshd, Path.of("/usr/bin"), Map.of());
    ssh = new SshLab(host -> server.door());
  }

  @AfterAll
  static void stop() throws Exception {
    if (ssh != null) {
      ssh.close();
      server.close();
    }
  }

  @Override
  ServerShell shell() {
    return new SshShell(ssh.ssh(), SshLab.HOST, Duration.ofSeconds(20));
  }
}
