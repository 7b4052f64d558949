package org.xsm.engine.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.xsm.workflows.Home;

/** Says at the end of the start where everything is. */
class Greeting {
  private static final Logger LOG = LoggerFactory.getLogger("org.xsm");

  private final Home home;
  private final Environment environment;
  private int port;

  Greeting(Home home, Environment environment) {
    this.home = home;
    this.environment = environment;
  }

  @EventListener
  void listening(ServletWebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    boolean simulated =
        !"real".equalsIgnoreCase(environment.getProperty("xsm.hosts.mode", "simulated"));
    LOG.info(
        """

        XSM, the Xen Site Manager, is ready.

          Site      http://localhost:{}/        Inbox  http://localhost:{}/inbox
          Cockpit   http://localhost:{}/camunda/app/cockpit/
          Drop site files into   {}
          First passwords are in {}
          {}
        """,
        port,
        port,
        port,
        home.inbox(),
        home.secrets().resolve("first-passwords"),
        simulated
            ? "The site is SIMULATED: every DOM0 address answers as a stand-in host. Real hosts: --xsm.hosts.mode=real"
            : "The site is REAL: hosts are reached over SSH.");
  }
}
