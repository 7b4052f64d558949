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
          "bpmn/retire-vm.bpmn",
          "dmn/rainy-day.dmn");
  private static final String POLICY = "approval-policy";
  private static final Map<String, String> POLICIES =
      Map.of(
          "default", "dmn/approval-policy.dmn",
          "auto-approve", "dmn/approval-policy-auto-approve.dmn",
          "four-eyes", "dmn/approval-policy-four-eyes.dmn");

  private final RepositoryService repository;
  private final ApprovalSettings approval;

  Deployment(RepositoryService repository, ApprovalSettings approval) {
    this.repository = repository;
    this.approval = approval;
  }

  void deploy() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("xsm").source("xsm").enableDuplicateFiltering(true);
    for (String drawing : DRAWINGS) {
      add(deployment, drawing.substring(drawing.indexOf('/') + 1), drawing);
    }
    String policy = approval.policy();
    if (POLICIES.containsKey(policy)) {
      add(deployment, POLICY + ".dmn", POLICIES.get(policy));
    } else {
      addFile(deployment, Path.of(policy));
    }
    deployment.deploy();
  }

  private static void add(DeploymentBuilder deployment, String name, String resource) {
    try (InputStream content = new ClassPathResource(resource).getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static void addFile(DeploymentBuilder deployment, Path policy) {
    try (InputStream content = Files.newInputStream(policy)) {
      DmnModelInstance model = Dmn.readModelFromStream(content);
      if (!(model.getModelElementById(POLICY) instanceof Decision)) {
        throw new IllegalArgumentException(
            "The DMN file of xsm.approval.policy has no decision with the id "
                + POLICY
                + ": "
                + policy);
      }
      deployment.addModelInstance(POLICY + ".dmn", model);
    } catch (IOException | ModelException unreadable) {
      throw new IllegalArgumentException(
          "xsm.approval.policy is neither default, auto-approve, four-eyes nor a DMN file that can be read: "
              + policy,
          unreadable);
    }
  }
}
