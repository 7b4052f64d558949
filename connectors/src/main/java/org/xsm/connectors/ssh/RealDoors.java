package org.xsm.connectors.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xsm.workflows.Home;
import org.xsm.workflows.site.HostAddress;

/** The doors of real hosts, as the settings say. */
public final class RealDoors implements Doors {
  private static final Logger LOG = LoggerFactory.getLogger(RealDoors.class);

  private final SshSettings settings;
  private final Path identity;
  private final Path knownHosts;
  private final String directory;

  /**
   * @param directory absolute path of our directory on every host
   */
  public RealDoors(SshSettings settings, Home home, String directory) {
    this.settings = settings;
    this.identity = path(settings.identity(), home.ssh().resolve("id_ed25519"));
    this.knownHosts = path(settings.knownHosts(), home.ssh().resolve("known_hosts"));
    this.directory = directory;
  }

  @Override
  public Door to(HostAddress host) {
    Endpoint endpoint = settings.endpoint(host);
    return new Door(
        endpoint.address(),
        endpoint.port(),
        settings.user(),
        identity,
        knownHosts,
        endpoint.knownAs(),
        directory);
  }

  /** Makes our key pair where there is none yet, and tells how hosts come to know it. */
  public void prepare() throws IOException, GeneralSecurityException {
    Identity key = new Identity(identity);
    if (!key.exists()) {
      String publicKey = key.generate();
      LOG.info(
          "Made a new key pair, {} and {}.pub. Put this line into ~{}/.ssh/authorized_keys on"
              + " every host: {}",
          identity,
          identity,
          settings.user(),
          publicKey);
    }
  }

  private static Path path(String setting, Path otherwise) {
    return setting.isBlank() ? otherwise : Path.of(setting).toAbsolutePath().normalize();
  }
}
