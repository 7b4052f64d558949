package org.xsm.connectors.ssh;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Runs the {@link SshRequest} in a message's body over the kept connection, and leaves the {@link
 * SshAnswer} there. Reads no header: Camel's own component would let {@code CamelSshUsername}
 * overrule the endpoint.
 */
final class PooledSshProducer extends DefaultProducer {
  private final SshConnections connections;
  private final SshConnection connection;

  PooledSshProducer(PooledSshEndpoint endpoint, SshConnections connections) {
    super(endpoint);
    this.connections = connections;
    this.connection = connections.to(endpoint.login());
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    SshRequest request = exchange.getIn().getBody(SshRequest.class);
    exchange.getMessage().setBody(connection.run(request));
  }

  @Override
  protected void doStop() throws Exception {
    connections.close(connection);
    super.doStop();
  }
}
