package org.xsm.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.xsm.engine.settings.ApprovalSettings;
import org.xsm.engine.settings.RainyDaySettings;
import org.xsm.engine.settings.TransferSettings;

/** Decision tables of one's own, replaced while the manager runs. */
class TableFilesTest {
  private final ProcessEngine engine = configuration().buildProcessEngine();
  @TempDir Path folder;
  private Path policy;
  private String text;
  private TableFiles tables;

  private static ProcessEngineConfigurationImpl configuration() {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("tables-" + UUID.randomUUID());
    configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
    configuration.setJobExecutorActivate(false);
    return configuration;
  }

  @BeforeEach
  void deploy() throws IOException {
    policy = folder.resolve("policy.dmn");
    text = own("dmn/approval-policy.dmn");
    Files.writeString(policy, text);
    tables = deployed("default");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private TableFiles deployed(String rainyDay) {
    return new Deployment(
            engine.getRepositoryService(),
            new ApprovalSettings(policy.toString()),
            new RainyDaySettings(rainyDay),
            new TransferSettings("default"))
        .deploy();
  }

  private static String own(String resource) throws IOException {
    try (var in = TableFilesTest.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int version(String decision) {
    return engine
        .getRepositoryService()
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(decision)
        .latestVersion()
        .singleResult()
        .getVersion();
  }

  private void replace(String content) throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh"), content);
    Files.move(fresh, policy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    tables.look();
  }

  @Test
  void a_table_counts_when_its_file_is_replaced_and_only_it() throws IOException {
    tables.look();
    assertThat(version("approval-policy")).isOne();

    replace(text.replace("approver", "admin"));

    assertThat(version("approval-policy")).isEqualTo(2);
    assertThat(version("rainy-day")).isOne();
    assertThat(tables.health().getStatus()).isEqualTo(Status.UP);
    tables.look();
    assertThat(version("approval-policy")).isEqualTo(2);
  }

  @Test
  void a_broken_file_changes_nothing_and_is_told_until_it_is_mended() throws IOException {
    replace(text.substring(0, text.length() / 2));
    assertThat(version("approval-policy")).isOne();
    assertThat(tables.health().getStatus().getCode()).isEqualTo("WARNING");
    assertThat(tables.health().getDetails().get("approval-policy").toString())
        .contains("xsm.approval.policy", "policy.dmn");

    replace(text.replace("id=\"approval-policy\"", "id=\"another\""));
    assertThat(tables.health().getDetails().get("approval-policy").toString())
        .contains("no decision with the id approval-policy");

    replace(text.replace("approver", "admin"));
    assertThat(version("approval-policy")).isEqualTo(2);
    assertThat(tables.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_file_that_is_away_changes_nothing() throws IOException {
    Files.delete(policy);
    tables.look();
    assertThat(version("approval-policy")).isOne();
    assertThat(tables.health().getStatus().getCode()).isEqualTo("WARNING");

    Files.writeString(policy, text);
    tables.look();
    assertThat(version("approval-policy")).isOne();
    assertThat(tables.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_file_that_is_no_table_at_the_start_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deployed(folder.resolve("none.dmn").toString()))
        .withMessageContaining("xsm.rainy-day.table");
  }
}
