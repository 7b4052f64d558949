package org.xsm.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
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
          "bpmn/create-vm.bpmn",
          "bpmn/reconfigure-vm.bpmn",
          "bpmn/migrate-vm.bpmn",
          "bpmn/retire-vm.bpmn");
  private static final String POLICY = "approval-policy";
  private static final String RAINY_DAY = "rainy-day";
  private static final Map<String, String> SETTINGS =
      Map.of(POLICY, "xsm.approval.policy", RAINY_DAY, "xsm.rainy-day.table");
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

  void deploy() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("xsm").source("xsm").enableDuplicateFiltering(true);
    for (String drawing : DRAWINGS) {
      add(deployment, drawing.substring(drawing.indexOf('/') + 1), drawing);
    }
    addTable(deployment, POLICY, POLICIES, approval.policy());
    addTable(deployment, RAINY_DAY, RAINY_DAYS, rainyDay.table());
    deployment.deploy();
  }

  /** The table that comes with XSM under the setting's value, else the file that it names. */
  private static void addTable(
      DeploymentBuilder deployment, String decision, Map<String, String> own, String value) {
    if (own.containsKey(value)) {
      add(deployment, decision + ".dmn", own.get(value));
    } else {
      addFile(deployment, decision, Path.of(value));
    }
  }

  private static void add(DeploymentBuilder deployment, String name, String resource) {
    try (InputStream content = new ClassPathResource(resource).getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static void addFile(DeploymentBuilder deployment, String decision, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      DmnModelInstance model = Dmn.readModelFromStream(content);
      if (!(model.getModelElementById(decision) instanceof Decision)) {
        throw new IllegalArgumentException(
            "The DMN file of %s has no decision with the id %s: %s"
                .formatted(SETTINGS.get(decision), decision, file));
      }
      deployment.addModelInstance(decision + ".dmn", model);
    } catch (IOException | ModelException unreadable) {
      throw new IllegalArgumentException(
          "%s is neither the name of a table that comes with XSM nor a DMN file that can be read: %s"
              .formatted(SETTINGS.get(decision), file),
          unreadable);
    }
  }
}
