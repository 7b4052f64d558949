package org.xsm.engine.start;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.xsm.engine.launch.ArchiveMaking;
import org.xsm.engine.settings.DatabaseSettings;
import org.xsm.workflows.Home;

/** The home folder, the database in it, and the greeting. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {
  /** More than there are job threads, workers that answer, pages and routes at the same moment. */
  private static final int CONNECTIONS = 20;

  @Bean
  Home home(@Value("${xsm.home}") Path root) {
    return HomeFolders.prepare(new Home(root));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  NewDatabase newDatabase(Home home) {
    return new NewDatabase(home.data());
  }

  /**
   * An H2 file in the home folder unless a URL is set. Every commit is written at once: H2 would
   * else keep commits back for half a second, and forget them when the manager is killed.
   */
  @Bean
  DataSource dataSource(Home home, DatabaseSettings settings, NewDatabase embedded) {
    if (settings.url().isEmpty()) {
      embedded.begin();
    }
    HikariDataSource source = new HikariDataSource();
    source.setPoolName("xsm");
    source.setMaximumPoolSize(CONNECTIONS);
    source.setJdbcUrl(
        settings.url().isEmpty()
            ? "jdbc:h2:file:"
                + home.data().resolve("xsm")
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
            : settings.url());
    source.setUsername(settings.user());
    source.setPassword(settings.password());
    source.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return source;
  }

  @Bean
  WarmUp warmUp(RepositoryService repository) {
    return new WarmUp(repository);
  }

  @Bean
  ArchiveMaking archiveMaking() {
    return new ArchiveMaking();
  }

  @Bean
  Greeting greeting(Home home, Environment environment) {
    return new Greeting(home, environment);
  }
}
