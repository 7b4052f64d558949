package org.xsm.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/**
 * A decision table that a person keeps in a file.
 *
 * @param decision the id that the decision has in the file
 * @param setting which names the file
 */
record TableFile(String decision, String setting, Path file) {
  /** Adds the table as it is in the file now. */
  void addTo(DeploymentBuilder deployment) {
    try (InputStream content = Files.newInputStream(file)) {
      DmnModelInstance model = Dmn.readModelFromStream(content);
      if (!(model.getModelElementById(decision) instanceof Decision)) {
        throw new IllegalArgumentException(
            "The DMN file of %s has no decision with the id %s: %s"
                .formatted(setting, decision, file));
      }
      deployment.addModelInstance(decision + ".dmn", model);
    } catch (IOException | ModelException unreadable) {
      throw new IllegalArgumentException(
          "%s is neither the name of a table that comes with XSM nor a DMN file that can be read: %s"
              .formatted(setting, file),
          unreadable);
    }
  }

  /** Another text each time that the file has been replaced or changed. */
  String stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
    } catch (IOException gone) {
      return "none";
    }
  }
}
