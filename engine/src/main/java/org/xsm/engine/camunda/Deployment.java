package org.xsm.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.ClassPathResource;
import org.xsm.engine.settings.ApprovalSettings;
import org.xsm.engine.settings.RainyDaySettings;

/**
 * Deploys the drawings and decision tables, with the approval policy that is set; only what has
 * changed.
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
  private static final String POLICY = "approval-policy";
  private static final String RAINY_DAY = "rainy-day";
  private static final Map<String, String> POLICIES =
      Map.of(
          "default", "dmn/approval-policy.dmn",
          "auto-approve", "dmn/approval-policy-auto-approve.dmn",
          "four-eyes", "dmn/approval-policy-four-eyes.dmn");
  private static final Map<String, String> RAINY_DAYS = Map.of("default", "dmn/rainy-day.dmn");

  private final RepositoryService repository;
  private final ApprovalSettings approval;
  private final RainyDaySettings rainyDay;

  Deployment(RepositoryService repository, ApprovalSettings approval, RainyDaySettings rainyDay) {
    this.repository = repository;
    this.approval = approval;
    this.rainyDay = rainyDay;
  }

  /** Deploys all; answers what may be replaced while the manager runs. */
  TableFiles deploy() {
    DeploymentBuilder deployment = begin(repository);
    for (String drawing : DRAWINGS) {
      add(deployment, drawing.substring(drawing.indexOf('/') + 1), drawing);
    }
    find(POLICIES, approval.policy()).ifPresent(own -> add(deployment, POLICY + ".dmn", own));
    find(RAINY_DAYS, rainyDay.table()).ifPresent(own -> add(deployment, RAINY_DAY + ".dmn", own));
    List<TableFile> files = files();
    TableFiles replaceable = new TableFiles(repository, files);
    files.forEach(file -> file.addTo(deployment));
    deployment.deploy();
    return replaceable;
  }

  static DeploymentBuilder begin(RepositoryService repository) {
    return repository.createDeployment().name("xsm").source("xsm").enableDuplicateFiltering(true);
  }

  /** The tables that do not come with XSM. */
  private List<TableFile> files() {
    List<TableFile> files = new ArrayList<>();
    if (find(POLICIES, approval.policy()).isEmpty()) {
      files.add(new TableFile(POLICY, "xsm.approval.policy", Path.of(approval.policy())));
    }
    if (find(RAINY_DAYS, rainyDay.table()).isEmpty()) {
      files.add(new TableFile(RAINY_DAY, "xsm.rainy-day.table", Path.of(rainyDay.table())));
    }
    return files;
  }

  /** The table that comes with XSM under this name. */
  private static Optional<String> find(Map<String, String> own, String name) {
    return Optional.ofNullable(own.get(name));
  }

  private static void add(DeploymentBuilder deployment, String name, String resource) {
    try (InputStream content = new ClassPathResource(resource).getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
