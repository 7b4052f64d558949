package org.xsm.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
  @TempDir Path folder;
  private HikariDataSource source;

  @Override
  DataSource database() {
    source = new HikariDataSource();
    source.setJdbcUrl(
        "jdbc:h2:file:" + folder.resolve("xsm") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
    return source;
  }

  @AfterEach
  void close() {
    source.close();
  }
}
