package org.xsm.workflows.plan;

import java.util.Optional;
import java.util.UUID;
import org.xsm.workflows.site.InvalidValue;
import org.xsm.workflows.site.TemplateName;
import org.xsm.workflows.site.Vm;
import org.xsm.workflows.template.Ceiling;
import org.xsm.workflows.template.GuestConfig;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.Templates;

/** Makes the guest configs of a plan, each with room to grow. */
record GuestConfigs(Templates templates, PlanningRules rules) {
  /**
   * The config of a VM that is started with it.
   *
   * @throws InvalidValue when its template is not there or is no guest config
   */
  String fresh(Vm vm, UUID uuid) {
    Template template = template(vm.template());
    return GuestConfig.render(template, vm, uuid, ceiling(template, vm));
  }

  /**
   * The config of a VM that runs on, and can grow no further than it could before.
   *
   * @throws InvalidValue when its template is not there or is no guest config
   */
  String kept(Vm vm, UUID uuid, Ceiling ceiling) {
    return GuestConfig.render(template(vm.template()), vm, uuid, ceiling);
  }

  /** Whether there is such a template. */
  boolean has(TemplateName name) {
    return templates.find(name).isPresent();
  }

  private Ceiling ceiling(Template template, Vm vm) {
    Ceiling own = Ceiling.of(vm);
    return GuestConfig.isFullMachine(template)
        ? own
        : own.raised(rules.headroomVcpus(), rules.headroomMemory());
  }

  private Template template(TemplateName name) {
    Optional<Template> template = templates.find(name);
    return template.orElseThrow(
        () ->
            new InvalidValue(
                "template " + name + " is not there any more",
                "Put " + name + ".cfg back into the templates folder and drop the file again."));
  }
}
