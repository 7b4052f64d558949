package org.xsm.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL, from the first start on an empty database. The server comes as a library,
 * so there is no machine on which this is left out.
 */
@OnRunningSite
@DirtiesContext
@TestPropertySource(properties = "camunda.bpm.generate-unique-process-engine-name=true")
class MainJobOnPostgresTest extends MainJobTest {
  private static final String OWNER = "postgres";

  private final JdbcClient database;

  MainJobOnPostgresTest(Rehearsal rehearsal, JdbcClient database) {
    super(rehearsal);
    this.database = database;
  }

  /** The server ends with the virtual machine, after the manager. */
  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry settings) throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().start();
    settings.add("xsm.database.url", () -> server.getJdbcUrl(OWNER, "postgres"));
    settings.add("xsm.database.user", () -> OWNER);
  }

  @AfterEach
  void all_of_it_lies_in_postgresql() {
    assertThat(database.sql("select version()").query(String.class).single())
        .startsWith("PostgreSQL");
    assertThat(database.sql("select count(*) from xsm_run").query(Integer.class).single())
        .isEqualTo(3);
    assertThat(
            database
                .sql("select count(*) from act_hi_procinst where proc_def_key_ = 'provision-site'")
                .query(Integer.class)
                .single())
        .isPositive();
  }
}
