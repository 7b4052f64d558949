package org.xsm.engine.camunda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Lets a table count as soon as its file is replaced. What cannot be read changes nothing: the
 * table that counted before goes on to count, and the log and the health say so.
 */
public final class TableFiles implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(TableFiles.class);

  /** Worth a look, and no reason to take the manager for ill. */
  private static final Status WARNING = new Status("WARNING");

  private final RepositoryService repository;
  private final List<TableFile> files;
  private final Map<String, String> stamps = new ConcurrentHashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();

  /**
   * @param files whose present content is deployed already
   */
  TableFiles(RepositoryService repository, List<TableFile> files) {
    this.repository = repository;
    this.files = List.copyOf(files);
    files.forEach(file -> stamps.put(file.decision(), file.stamp()));
  }

  /** Looks whether a file has been replaced; costs next to nothing when none has. */
  public void look() {
    for (TableFile file : files) {
      String now = file.stamp();
      if (!now.equals(stamps.put(file.decision(), now))) {
        replace(file);
      }
    }
  }

  private void replace(TableFile file) {
    try {
      DeploymentBuilder deployment = Deployment.begin(repository);
      file.addTo(deployment);
      deployment.deploy();
      broken.remove(file.decision());
      LOG.info("The table {} counts from now on as it is in {}", file.decision(), file.file());
    } catch (IllegalArgumentException | ProcessEngineException wrong) {
      broken.put(file.decision(), String.valueOf(wrong.getMessage()));
      LOG.warn(
          "The table {} stays as it was, since its file cannot be used: {}",
          file.decision(),
          wrong.getMessage());
    }
  }

  @Override
  public Health health() {
    return broken.isEmpty()
        ? Health.up().build()
        : Health.status(WARNING).withDetails(new TreeMap<>(broken)).build();
  }
}
