package org.xsm.connectors.bootserver;

import java.time.Duration;

class LocalFilesTest extends ServerFilesContract {
  @Override
  ServerShell shell() {
    return new LocalShell(Duration.ofSeconds(20));
  }
}
