package org.xsm.connectors.pxe;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xsm.connectors.bootserver.KernelParameter;
import org.xsm.connectors.bootserver.ServerPath;

/**
 * What bare machines find on the TFTP server ({@code xsm.boot.menu.…}).
 *
 * @param loader which program reads their boot menus
 * @param tftpRoot the TFTP server's folder on the boot server
 * @param kernel the installer's kernel, below that folder
 * @param initrd the installer's initial RAM disk, below that folder
 * @param localBoot pxelinux only: how it goes on to the disk
 * @param parameters what the installer's kernel is told beside what we tell it, such as {@code
 *     console=ttyS0,115200}
 */
@ConfigurationProperties("xsm.boot.menu")
public record MenuSettings(
    @DefaultValue("pxelinux") Kind loader,
    @DefaultValue("/srv/tftp") String tftpRoot,
    @DefaultValue("xsm/kernel") String kernel,
    @DefaultValue("xsm/initrd.img") String initrd,
    @DefaultValue("next-device") LocalBoot localBoot,
    @DefaultValue List<String> parameters) {
  /** The boot loaders that we write menus for. */
  public enum Kind {
    PXELINUX,
    IPXE
  }

  /** Ways from pxelinux to the disk; firmwares differ in which of them works. */
  public enum LocalBoot {
    /** The firmware goes on to its next boot device. */
    NEXT_DEVICE("LOCALBOOT 0"),
    /** pxelinux ends with an error, after which firmwares go on, too. */
    ERROR("LOCALBOOT -1"),
    /** pxelinux starts the first disk itself, with chain.c32. */
    CHAIN("KERNEL chain.c32\nAPPEND hd0 0");

    private final String lines;

    LocalBoot(String lines) {
      this.lines = lines;
    }

    String lines() {
      return lines;
    }
  }

  public MenuSettings {
    Objects.requireNonNull(loader);
    Objects.requireNonNull(localBoot);
    ServerPath root = new ServerPath(tftpRoot);
    root.resolve(kernel);
    root.resolve(initrd);
    parameters = List.copyOf(parameters);
    parameters.forEach(KernelParameter::parse);
  }

  ServerPath root() {
    return new ServerPath(tftpRoot);
  }

  List<KernelParameter> kernelParameters() {
    return parameters.stream().map(KernelParameter::parse).toList();
  }
}
