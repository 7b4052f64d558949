package org.xsm.connectors.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.connectors.ssh.Door;
import org.xsm.connectors.ssh.Ssh;
import org.xsm.connectors.ssh.SshAnswer;
import org.xsm.connectors.ssh.SshRequest;
import org.xsm.workflows.site.HostAddress;

/** Which tool drives a host, asked of hosts that have nothing but what a test gives them. */
class ToolstacksTest {
  private static final HostAddress HOST = new HostAddress("192.168.5.101");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path path;

  /** Runs commands here, with one folder as PATH whatever the scripts would add to it. */
  private record BareHost(Path path) implements Ssh {
    @Override
    public SshAnswer run(HostAddress host, SshRequest request) {
      String command = request.command().replaceAll("(?m)^PATH=.*$", "PATH=\"\\$BARE_PATH\"");
      try {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command);
        shell.environment().put("BARE_PATH", path.toString());
        Process process = shell.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        return new SshAnswer.Finished(
            new String(output, StandardCharsets.UTF_8), "", OptionalInt.of(exit));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Toolstacks toolstacks() {
    Door door = new Door("", 22, "root", path, path, "", path.toString());
    HostShell shell = new HostShell(new BareHost(path), host -> door);
    HostsSettings settings =
        new HostsSettings(
            HostsSettings.Mode.REAL, HostsSettings.Choice.AUTO, "/any", LIMIT, LIMIT, LIMIT, "");
    return new Toolstacks(settings, shell, LIMIT);
  }

  private void provide(String... tools) throws IOException {
    for (String tool : tools) {
      Files.writeString(path.resolve(tool), "#!/bin/sh\n");
      assertThat(path.resolve(tool).toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void a_host_with_xl_is_driven_by_xl() throws Exception {
    provide("xl");
    assertThat(toolstacks().of(HOST).name()).isEqualTo("xl");
  }

  @Test
  void a_host_with_both_is_driven_by_xl() throws Exception {
    provide("xl", "xm");
    assertThat(toolstacks().of(HOST).name()).isEqualTo("xl");
  }

  @Test
  void a_host_with_only_xm_is_driven_by_xm() throws Exception {
    provide("xm");
    assertThat(toolstacks().of(HOST).name()).isEqualTo("xm");
  }

  @Test
  void a_host_with_neither_says_so_and_is_asked_again() throws Exception {
    provide();
    Toolstacks toolstacks = toolstacks();
    assertThatExceptionOfType(HostTrouble.class)
        .isThrownBy(() -> toolstacks.of(HOST))
        .withMessageContaining("neither xl nor xm");
    provide("xl");
    assertThat(toolstacks.of(HOST).name()).isEqualTo("xl");
  }
}
