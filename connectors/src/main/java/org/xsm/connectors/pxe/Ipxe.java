package org.xsm.connectors.pxe;

import java.util.List;
import java.util.Locale;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.MacAddress;

/**
 * iPXE, for firmwares of either kind. The DHCP server must send it {@code
 * ipxe/${net0/mac:hexhyp}.ipxe} as boot file, or a script that chains to that.
 */
final class Ipxe implements Loader {
  private final MenuSettings settings;

  Ipxe(MenuSettings settings) {
    this.settings = settings;
  }

  @Override
  public ServerPath menu(MacAddress mac) {
    String file = mac.value().toLowerCase(Locale.ROOT).replace(':', '-');
    return settings.root().resolve("ipxe").resolve(file + ".ipxe");
  }

  /** A kernel that was started by an EFI firmware finds its RAM disk by the name alone. */
  @Override
  public String installer(BareHost machine, List<KernelParameter> parameters) {
    ServerPath initrd = settings.root().resolve(settings.initrd());
    return """
        #!ipxe
        # %s for %s: installs it
        kernel /%s initrd=%s BOOTIF=01-${netX/mac:hexhyp} %s
        initrd /%s
        boot
        """
        .formatted(
            MARK,
            machine.name(),
            settings.kernel(),
            initrd.name(),
            KernelParameter.line(parameters),
            settings.initrd());
  }

  @Override
  public String localBoot(BareHost machine) {
    return """
        #!ipxe
        # %s for %s: starts it from its disk
        iseq ${platform} efi && exit 0 ||
        sanboot --no-describe --drive 0x80
        """
        .formatted(MARK, machine.name());
  }

  /** It comes out of the card's ROM, or is chained to by what the site has. */
  @Override
  public List<ServerPath> programs() {
    return List.of();
  }
}
