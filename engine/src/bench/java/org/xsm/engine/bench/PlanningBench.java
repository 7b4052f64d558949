package org.xsm.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.xsm.engine.journey.SiteText;
import org.xsm.routes.site.SiteXml;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.observation.Observation;
import org.xsm.workflows.plan.Plan;
import org.xsm.workflows.plan.Planner;
import org.xsm.workflows.plan.PlanningRules;
import org.xsm.workflows.plan.Undertaken;
import org.xsm.workflows.site.Identity;
import org.xsm.workflows.site.Reading;
import org.xsm.workflows.site.Site;
import org.xsm.workflows.template.Template;
import org.xsm.workflows.template.TemplateSnapshot;
import org.xsm.workflows.site.TemplateName;

/**
 * How long a file of 1,000 and of 10,000 new VMs takes to be read and to be planned, and how long
 * the plan of a site takes that runs and changes in many ways at once. Fifteen rounds each after five
 * for warming up.
 */
public final class PlanningBench {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 15;
  private static final int VMS_OF_A_HOST = 40;
  private static final TemplateName NAME = new TemplateName("apache_svr");
  private static final String CONFIG =
      "kernel = \"/boot/vmlinuz\"\nmemory = 64\nvif = [ 'bridge=xenbr0' ]\n";
  private static final TemplateSnapshot TEMPLATES =
      new TemplateSnapshot(java.util.Map.of(NAME, new Template(NAME, CONFIG)));

  private PlanningBench() {}

  public static void main(String... args) throws Exception {
    System.out.println("load " + Ground.load());
    for (int vms : new int[] {1_000, 10_000}) {
      byte[] file = file(vms).bytes();
      Site site = read(file);
      Observation empty = empty(site);
      System.out.printf(Locale.ROOT, "%,d VMs, file of %,d KiB%n", vms, file.length / 1024);
      time("read", () -> read(file));
      time("plan", () -> plan(site, empty));
      time("plan's digest", () -> plan(site, empty).digest());
    }
    for (int hosts : new int[] {250, 500, 1_000, 2_000, 5_000}) {
      change(hosts, hosts == 5_000 ? 30_000 : hosts * 10);
    }
  }

  private static void change(int hosts, int vms) {
    Planner planner = planner();
    MixedSite site = MixedSite.of(planner, hosts, vms);
    Plan plan = planner.plan(site.wanted(), site.last(), site.found());
    System.out.printf(
        Locale.ROOT, "%,d hosts, %,d VMs: %s in %,d steps%n", hosts, vms, plan.summary(), plan.steps().size());
    time("plan", () -> planner.plan(site.wanted(), site.last(), site.found()));
  }

  private static Planner planner() {
    return new Planner(new Identity(new UUID(1, 2)), TEMPLATES, PlanningRules.DEFAULT);
  }

  private static void time(String what, Supplier<Object> work) {
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long began = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException(what + " has no result");
      }
      if (round >= WARM_UP) {
        millis.add((System.nanoTime() - began) / 1_000_000);
      }
    }
    System.out.printf("  %-14s %s%n", what, new Figures(millis));
  }

  private static SiteText file(int vms) {
    List<SiteText.Row> rows = new ArrayList<>();
    for (int vm = 0; vm < vms; vm++) {
      int host = vm / VMS_OF_A_HOST;
      rows.add(new SiteText.Row("vm" + vm, "10.0." + host / 250 + "." + (host % 250 + 1), 64));
    }
    return new SiteText("large", List.of(), rows);
  }

  private static Site read(byte[] file) {
    Reading reading = new SiteXml(TEMPLATES).read(file);
    if (reading instanceof Reading.Readable readable) {
      return readable.site();
    }
    throw new IllegalStateException(reading.toString());
  }

  private static Observation empty(Site site) {
    return new Observation(
        site.hosts().stream()
            .<HostFound>map(host -> new HostFound.Up(host, "xl 4.17.5", 8, 16384, 15360, List.of()))
            .toList());
  }

  private static Plan plan(Site site, Observation found) {
    return planner().plan(site, new Undertaken(List.of()), found);
  }
}
