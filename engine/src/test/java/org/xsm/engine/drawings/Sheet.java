package org.xsm.engine.drawings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One process drawing of the product, opened for checks. */
record Sheet(String name, BpmnModelInstance model) {
  /** Every drawing that the product carries, so that a new one is checked without being listed. */
  static List<Sheet> all() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn");
      return Arrays.stream(files).map(Sheet::open).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sheet of(String name) {
    return all().stream().filter(sheet -> sheet.name.equals(name)).findFirst().orElseThrow();
  }

  private static Sheet open(Resource file) {
    try (InputStream stream = file.getInputStream()) {
      String name = String.valueOf(file.getFilename()).replace(".bpmn", "");
      return new Sheet(name, Bpmn.readModelFromStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Process process() {
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    return processes.iterator().next();
  }

  <T extends ModelElementInstance> Stream<T> each(Class<T> type) {
    return model.getModelElementsByType(type).stream();
  }

  /** The gateways at which a process goes one of several ways. */
  Stream<ExclusiveGateway> choices() {
    return each(ExclusiveGateway.class).filter(gateway -> gateway.getOutgoing().size() > 1);
  }

  /** Ids of all nodes and flows, as the engine's history names them. */
  Stream<String> elementIds() {
    return each(FlowElement.class).map(FlowElement::getId);
  }

  @Override
  public String toString() {
    return name;
  }
}
