package org.xsm.workflows.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.GuestConfig;
import org.xsm.workflows.template.Templates;

/** Makes the guest configs of one plan; reads each template once. */
final class GuestConfigs {
  private final Templates templates;
  private final PlanningRules rules;
  private final Map<TemplateName, GuestConfig> read = new HashMap<>();

  GuestConfigs(Templates templates, PlanningRules rules) {
    this.templates = templates;
    this.rules = rules;
  }

  /**
   * The config of a VM that is started with it, with room to grow.
   *
   * @throws InvalidValue when its template is not there or is no guest config
   */
  String fresh(Vm vm, UUID uuid) {
    GuestConfig config = of(vm.template());
    Ceiling own = Ceiling.of(vm);
    Ceiling ceiling =
        config.isFullMachine() ? own : own.raised(rules.headroomVcpus(), rules.headroomMemory());
    return config.render(vm, uuid, ceiling);
  }

  /**
   * The config of a VM that runs on, and can grow no further than it could before.
   *
   * @throws InvalidValue when its template is not there or is no guest config
   */
  String kept(Vm vm, UUID uuid, Ceiling ceiling) {
    return of(vm.template()).render(vm, uuid, ceiling);
  }

  /** Whether there is such a template, and it can be read. */
  boolean has(TemplateName name) {
    try {
      return templates.find(name).isPresent();
    } catch (InvalidValue unreadable) {
      return false;
    }
  }

  private GuestConfig of(TemplateName name) {
    return read.computeIfAbsent(name, this::read);
  }

  private GuestConfig read(TemplateName name) {
    return templates
        .find(name)
        .map(GuestConfig::of)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "template " + name + " is not there any more",
                    "Put "
                        + name
                        + ".cfg back into the templates folder and drop the file again."));
  }
}
