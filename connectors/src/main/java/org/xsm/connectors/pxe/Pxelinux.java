package org.xsm.connectors.pxe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.MacAddress;

/**
 * pxelinux of the Syslinux project (6.04), for firmwares of the BIOS kind. It asks for {@code
 * pxelinux.cfg/01-MAC} before it asks for anything else that we know.
 */
final class Pxelinux implements Loader {
  private final MenuSettings settings;

  Pxelinux(MenuSettings settings) {
    this.settings = settings;
  }

  @Override
  public ServerPath menu(MacAddress mac) {
    String file = mac.value().toLowerCase(Locale.ROOT).replace(':', '-');
    return settings.root().resolve("pxelinux.cfg").resolve("01-" + file);
  }

  @Override
  public String installer(BareHost machine, List<KernelParameter> parameters) {
    return """
        # %s for %s: installs it
        DEFAULT install
        PROMPT 0
        LABEL install
        KERNEL %s
        APPEND initrd=%s %s
        IPAPPEND 2
        """
        .formatted(
            MARK,
            machine.name(),
            settings.kernel(),
            settings.initrd(),
            KernelParameter.line(parameters));
  }

  @Override
  public String localBoot(BareHost machine) {
    return """
        # %s for %s: starts it from its disk
        DEFAULT local
        PROMPT 0
        LABEL local
        %s
        """
        .formatted(MARK, machine.name(), settings.localBoot().lines());
  }

  @Override
  public List<ServerPath> programs() {
    List<String> names = new ArrayList<>(List.of("pxelinux.0", "ldlinux.c32"));
    if (settings.localBoot() == MenuSettings.LocalBoot.CHAIN) {
      names.addAll(List.of("chain.c32", "libcom32.c32", "libutil.c32"));
    }
    return names.stream().map(settings.root()::resolve).toList();
  }
}
