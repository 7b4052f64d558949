package org.xsm.workflows.command;

import java.util.Objects;

/**
 * What a connector is asked about a bare machine. Every command looks before it acts, and may be
 * given any number of times.
 *
 * <p>The order of a deployment: {@link ReserveAddress}, {@link AssignImage}, {@link
 * OfferInstaller}, then {@link PowerCycle} (or {@link PowerOn}, where the machine is known to be
 * off); when it is installed, {@link OfferLocalBoot}, and where its firmware needs it {@link
 * PowerOn} once more. A person who gives up: {@link WithdrawBoot}, {@link WithdrawImage}, {@link
 * ReleaseAddress}.
 *
 * <p>A machine that only a person can power answers {@link TroubleKind#NEEDS_A_PERSON}, with what
 * is to be done, however often it is asked; when the person has said that it is done, go on, and do
 * not ask again.
 */
public sealed interface MachineCommand {
  MachineTarget target();

  /**
   * Makes the DHCP server give the machine's address and name to its MAC. Done when its files say
   * so, it has been told, and it lives.
   */
  record ReserveAddress(MachineTarget target) implements MachineCommand {}

  /** Makes the DHCP server forget the machine. Done when no file of ours names it. */
  record ReleaseAddress(MachineTarget target) implements MachineCommand {}

  /**
   * Makes the machine's next network boot start the installer. Done when the boot menu of its MAC
   * says so, and the loader, kernel and initrd that it names are there.
   *
   * @param transfer how the image will reach it
   */
  record OfferInstaller(MachineTarget target, Transfer transfer) implements MachineCommand {
    public OfferInstaller {
      Objects.requireNonNull(transfer);
    }
  }

  /**
   * Makes the machine's next network boot go on to its own disk, so that no network boot ever
   * installs it again by itself.
   */
  record OfferLocalBoot(MachineTarget target) implements MachineCommand {}

  /** Takes away what the machine is offered at a network boot. Done when the boot menu is gone. */
  record WithdrawBoot(MachineTarget target) implements MachineCommand {}

  /**
   * Makes the image server ready for the machine: its image is served the way it will be fetched,
   * its installation script is the image's, and what is its own (name, network) lies beside it. In
   * a session, the session's sender waits for its machines from then on, one sender for all of
   * them. Trouble when there is no such image, naming those that are.
   *
   * @param transfer how the image will reach it
   */
  record AssignImage(MachineTarget target, Transfer transfer) implements MachineCommand {
    public AssignImage {
      Objects.requireNonNull(transfer);
    }
  }

  /**
   * Compares what the machine says that it has received with what the image server has sent it.
   * Done with both in words; trouble when nothing with that sum was cast to it. What it has fetched
   * for itself was compared by rsync.
   *
   * @param transfer how the image was to reach it
   */
  record CheckReceipt(MachineTarget target, Transfer transfer, Receipt receipt)
      implements MachineCommand {
    public CheckReceipt {
      Objects.requireNonNull(transfer);
      Objects.requireNonNull(receipt);
    }
  }

  /** Takes away what is the machine's own on the image server. Images stay. */
  record WithdrawImage(MachineTarget target) implements MachineCommand {}

  /**
   * Powers the machine on. Done when its controller says that it is on, or, where nobody can say
   * so, when it was woken.
   *
   * @param from from what it shall start; taken no notice of where nothing can be told so, or where
   *     it is on already
   */
  record PowerOn(MachineTarget target, BootDevice from) implements MachineCommand {
    public PowerOn {
      Objects.requireNonNull(from);
    }
  }

  /**
   * Starts the machine anew, exactly once for an operation id: the controller switches it off and
   * on; without one, its living system is asked to reboot, and one that does not answer is woken.
   *
   * @param from from what it shall start
   */
  record PowerCycle(MachineTarget target, BootDevice from) implements MachineCommand {
    public PowerCycle {
      Objects.requireNonNull(from);
    }
  }

  /** Switches the machine off, whatever runs on it. Done when it is seen to be off. */
  record PowerOff(MachineTarget target) implements MachineCommand {}
}
