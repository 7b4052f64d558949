package org.xsm.connectors.simulated;

import java.io.IOException;
import java.util.List;
import org.xsm.connectors.bootserver.Change;
import org.xsm.workflows.command.MachineCommand;
import org.xsm.workflows.command.Outcome;
import org.xsm.workflows.command.Receipt;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/** Offers simulated machines what DHCP, boot and image servers offer real ones. */
final class SimulatedBootServer {
  private final List<String> images;

  SimulatedBootServer(List<String> images) {
    this.images = images;
  }

  Outcome reserve(BareMachine here, MachineCommand.ReserveAddress asked) throws IOException {
    BareHost machine = asked.target().machine();
    Change change = here.put(Surroundings.RESERVATION, machine.mac() + " " + machine.name());
    return done(
        "The simulated DHCP server gives %s to %s as %s: its reservation %s.",
        machine.address(), machine.mac(), machine.name(), change.phrase());
  }

  Outcome release(BareMachine here, MachineCommand.ReleaseAddress asked) throws IOException {
    return done(
        "The simulated DHCP server has no address for %s any more: its reservation %s.",
        asked.target().machine().name(), here.remove(Surroundings.RESERVATION).phrase());
  }

  Outcome assign(BareMachine here, MachineCommand.AssignImage asked) throws IOException {
    BareHost machine = asked.target().machine();
    String image = machine.image().value();
    if (!images.contains(image)) {
      return noImage(machine);
    }
    here.put(Surroundings.IMAGE, image + " " + machine.name());
    return done(
        "%s on the simulated image server is served by %s, and is what %s gets.",
        image, asked.transfer().method().label(), machine.name());
  }

  private Outcome noImage(BareHost machine) {
    String there =
        images.isEmpty() ? "there is none at all" : "there are " + String.join(", ", images);
    return new Outcome.Trouble(
        TroubleKind.BAD_CONFIG,
        ("Assigning an image to %s: There is no image %s on the simulated image server; %s. Add it"
                + " to xsm.simulated.images, or correct <HOST image>.")
            .formatted(machine.name(), machine.image(), there));
  }

  Outcome withdrawImage(BareMachine here, MachineCommand.WithdrawImage asked) throws IOException {
    here.remove(Surroundings.IMAGE);
    return done(
        "%s has nothing of its own on the simulated image server any more.",
        asked.target().machine().name());
  }

  Outcome offerInstaller(BareMachine here, MachineCommand.OfferInstaller asked) throws IOException {
    Change change = here.put(Surroundings.MENU, Delivery.menu(asked.transfer()));
    return done(
        "%s starts the installer when it boots from the network: its boot menu %s.",
        asked.target().machine().name(), change.phrase());
  }

  Outcome offerLocalBoot(BareMachine here, MachineCommand.OfferLocalBoot asked) throws IOException {
    return done(
        "%s goes on to its disk when it boots from the network: its boot menu %s.",
        asked.target().machine().name(),
        here.put(Surroundings.MENU, BootMenu.LOCAL_BOOT.label()).phrase());
  }

  Outcome check(BareMachine here, MachineCommand.CheckReceipt asked) throws IOException {
    BareHost machine = asked.target().machine();
    Receipt receipt = asked.receipt();
    if (!receipt.sha256().equals(MachineDisk.sum(here.image()))) {
      return new Outcome.Trouble(
          TroubleKind.UNCLEAR,
          "%s says that it has received something else than image %s."
              .formatted(machine.name(), machine.image()));
    }
    return done(
        "%s has image %s by %s%s, sha256 %s.",
        machine.name(),
        machine.image(),
        receipt.way().words(),
        receipt.way().isCast() ? ", as it was sent" : "",
        receipt.sha256());
  }

  Outcome withdrawBoot(BareMachine here, MachineCommand.WithdrawBoot asked) throws IOException {
    return done(
        "%s is offered nothing to boot any more: its boot menu %s.",
        asked.target().machine().name(), here.remove(Surroundings.MENU).phrase());
  }

  private static Outcome done(String receipt, Object... values) {
    return new Outcome.Done(receipt.formatted(values));
  }
}
