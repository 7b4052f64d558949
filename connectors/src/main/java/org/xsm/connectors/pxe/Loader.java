package org.xsm.connectors.pxe;

import java.util.List;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.ServerPath;
import org.xsm.workflows.site.BareHost;
import org.xsm.workflows.site.MacAddress;

/** A boot loader: where it looks for a machine's menu, and what stands in it. */
interface Loader {
  /** In the first lines of each menu, by which it is known for ours. */
  String MARK = "Written by XSM";

  /** The file that it asks for when this card boots. */
  ServerPath menu(MacAddress mac);

  /** A menu that starts the installer. */
  String installer(BareHost machine, List<KernelParameter> parameters);

  /** A menu that goes on to the disk. */
  String localBoot(BareHost machine);

  /** What must be there for it to start at all. */
  List<ServerPath> programs();
}
