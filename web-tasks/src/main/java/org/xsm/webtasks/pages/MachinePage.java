package org.xsm.webtasks.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.xsm.workflows.run.MachineDesk;
import org.xsm.workflows.run.Probe;
import org.xsm.workflows.site.HostName;
import org.xsm.workflows.site.InvalidValue;

/** The page of one machine: how far it has come on its way to a host, live while it goes. */
@Hidden
@Controller
public final class MachinePage {
  private final MachineDesk machines;

  public MachinePage(MachineDesk machines) {
    this.machines = machines;
  }

  @GetMapping("/hosts/{name}")
  public String machine(@PathVariable String name, Model model) {
    model.addAttribute("probe", find(name));
    return "machine";
  }

  private Probe find(String name) {
    try {
      return machines.probe(new HostName(name)).orElseThrow(MachinePage::none);
    } catch (InvalidValue noName) {
      throw none();
    }
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "No machine of this name was ever to be deployed.");
  }
}
