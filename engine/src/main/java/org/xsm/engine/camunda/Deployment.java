package org.xsm.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.ClassPathResource;
import org.xsm.engine.settings.ApprovalSettings;
import org.xsm.engine.settings.RainyDaySettings;
import org.xsm.engine.settings.TransferSettings;

/**
 * Deploys the drawings and decision tables, with those tables that are set; only what has changed.
 */
final class Deployment {
  private static final List<String> DRAWINGS =
      List.of(
          "bpmn/provision-site.bpmn",
          "bpmn/deploy-host.bpmn",
          "bpmn/create-vm.bpmn",
          "bpmn/reconfigure-vm.bpmn",
          "bpmn/migrate-vm.bpmn",
          "bpmn/retire-vm.bpmn",
          "bpmn/retire-host.bpmn");
  private final RepositoryService repository;
  private final List<Table> tables;

  /**
   * A decision table that may be exchanged.
   *
   * @param decision its id
   * @param setting by which it is chosen
   * @param chosen the name of one that comes with XSM, or the path of a file
   * @param own those that come with XSM, by their names
   */
  private record Table(String decision, String setting, String chosen, Map<String, String> own) {
    Optional<String> resource() {
      return Optional.ofNullable(own.get(chosen));
    }

    TableFile file() {
      return new TableFile(decision, setting, Path.of(chosen));
    }
  }

  Deployment(
      RepositoryService repository,
      ApprovalSettings approval,
      RainyDaySettings rainyDay,
      TransferSettings transfer) {
    this.repository = repository;
    this.tables =
        List.of(
            new Table(
                "approval-policy",
                "xsm.approval.policy",
                approval.policy(),
                Map.of(
                    "default", "dmn/approval-policy.dmn",
                    "auto-approve", "dmn/approval-policy-auto-approve.dmn",
                    "four-eyes", "dmn/approval-policy-four-eyes.dmn")),
            new Table(
                "rainy-day",
                "xsm.rainy-day.table",
                rainyDay.table(),
                Map.of("default", "dmn/rainy-day.dmn")),
            new Table(
                "transfer-method",
                "xsm.transfer.table",
                transfer.table(),
                Map.of("default", "dmn/transfer-method.dmn")));
  }

  /** Deploys all; answers what may be replaced while the manager runs. */
  TableFiles deploy() {
    DeploymentBuilder deployment = begin(repository);
    for (String drawing : DRAWINGS) {
      add(deployment, drawing.substring(drawing.indexOf('/') + 1), drawing);
    }
    tables.forEach(
        table ->
            table.resource().ifPresent(own -> add(deployment, table.decision() + ".dmn", own)));
    List<TableFile> files =
        tables.stream().filter(table -> table.resource().isEmpty()).map(Table::file).toList();
    TableFiles replaceable = new TableFiles(repository, files);
    files.forEach(file -> file.addTo(deployment));
    deployment.deploy();
    return replaceable;
  }

  static DeploymentBuilder begin(RepositoryService repository) {
    return repository.createDeployment().name("xsm").source("xsm").enableDuplicateFiltering(true);
  }

  private static void add(DeploymentBuilder deployment, String name, String resource) {
    try (InputStream content = new ClassPathResource(resource).getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
