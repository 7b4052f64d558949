package org.xsm.connectors.ssh;

import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.xsm.workflows.site.HostAddress;

/** {@link Ssh} through Camel's {@code ssh:} endpoints. */
public final class CamelSsh implements Ssh {
  private final Doors doors;
  private final ProducerTemplate template;

  public CamelSsh(Doors doors, CamelContext camel) {
    this.doors = doors;
    this.template = camel.createProducerTemplate();
  }

  @Override
  public SshAnswer run(HostAddress host, SshRequest request) {
    Door door = doors.to(host);
    Exchange exchange = template.request(uri(door), message -> message.getIn().setBody(request));
    if (exchange.getException() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new SshAnswer.CutOff("The manager is stopping; a command on " + host + " was left.");
    }
    if (exchange.getException() instanceof RejectedExecutionException notRunning) {
      throw notRunning;
    }
    if (exchange.getException() != null) {
      throw new IllegalStateException("Camel did not carry a command", exchange.getException());
    }
    return exchange.getMessage().getBody(SshAnswer.class);
  }

  /** A door as an endpoint's address; each door has its own, and thereby its own connection. */
  static String uri(Door door) {
    return "ssh:%s@%s:%d?identity=%s&knownHosts=%s&knownAs=%s"
        .formatted(
            door.user(),
            door.address(),
            door.port(),
            raw(door.identity()),
            raw(door.knownHosts()),
            raw(door.knownAs()));
  }

  /** Camel takes what stands in RAW(…) as it is. */
  private static String raw(Object value) {
    return "RAW(" + value + ")";
  }
}
