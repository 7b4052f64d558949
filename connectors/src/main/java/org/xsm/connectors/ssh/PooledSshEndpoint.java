package org.xsm.connectors.ssh;

import org.apache.camel.Producer;
import org.apache.camel.component.ssh.SshConfiguration;
import org.apache.camel.component.ssh.SshEndpoint;

/** One host as Camel sees it; its one producer keeps the connection. */
final class PooledSshEndpoint extends SshEndpoint {
  private final SshConnections connections;
  private final Login login;

  PooledSshEndpoint(
      String uri, PooledSshComponent component, SshConfiguration configuration, Login login) {
    super(uri, component, configuration);
    this.connections = component.connections();
    this.login = login;
  }

  @Override
  public Producer createProducer() {
    return new PooledSshProducer(this, connections);
  }

  Login login() {
    return login;
  }

  @Override
  public boolean isSingletonProducer() {
    return true;
  }
}
