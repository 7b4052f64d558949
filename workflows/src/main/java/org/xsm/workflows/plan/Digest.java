package org.xsm.workflows.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.HostAddress;
import org.xsm.workflows.site.Vm;

/**
 * A plan's fingerprint: every field of every step and finding, each with its length, so that none
 * runs into the next.
 */
final class Digest {
  private final MessageDigest sha256;

  private Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String of(List<Step> steps, List<Finding> findings) {
    Digest digest = new Digest();
    steps.forEach(digest::add);
    findings.forEach(digest::add);
    return HexFormat.of().formatHex(digest.sha256.digest());
  }

  private void add(Step step) {
    add("step", step.id(), step.kind().label(), step.manner().label(), step.set());
    add(step.from().map(HostAddress::value).orElse(""), step.estimate());
    add(step.cost().label(), step.reason(), step.waitsFor());
    if (step instanceof VmStep ofVm) {
      add(ofVm.uuid(), ofVm.guestConfig());
      add(ofVm.vm());
    } else if (step instanceof HostStep ofHost) {
      add(ofHost.transfer().method().name());
      ofHost.session().ifPresent(session -> add(session.id(), session.image(), session.machines()));
      add(ofHost.machine());
    }
  }

  private void add(Vm vm) {
    add(vm.name(), vm.host(), vm.template(), vm.vcpus(), vm.memory(), vm.mac(), vm.ip().text());
  }

  private void add(BareHost machine) {
    add(machine.name(), machine.image(), machine.address(), machine.mac());
    add(machine.addressing().name(), machine.power().text());
  }

  private void add(Finding finding) {
    add("finding", finding.kind().label(), finding.subject());
  }

  private void add(Object... fields) {
    for (Object field : fields) {
      byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      sha256.update(bytes);
    }
  }
}
