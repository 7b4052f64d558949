package org.xsm.connectors.systemimager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xsm.connectors.bootserver.MachineTrouble;
import org.xsm.connectors.ssh.HostKey;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.connectors.systemimager.ImageSettings.Installer;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.site.BareHost;

/**
 * What is a machine's own beside its image: name, network, host key, and which installation script
 * is its. All of it reaches the scripts by their standard input, where nobody sees it.
 */
record Overrides(ImageSettings settings) {
  private static final String ASSIGN = ShellScript.load(Overrides.class, "assign.sh");
  private static final String WITHDRAW = ShellScript.load(Overrides.class, "withdraw.sh");

  /** The script that lays it there. */
  ShellScript assignment(BareHost machine, HostKey key) throws MachineTrouble {
    List<String> texts =
        List.of(network(machine), key.privateKey(), key.publicKey(), gmond(machine));
    List<String> arguments = new ArrayList<>(place(machine));
    arguments.add(settings.installer() == Installer.SYSTEMIMAGER ? machine.image().value() : "");
    texts.forEach(text -> arguments.add(Integer.toString(size(text))));
    return new ShellScript(ASSIGN, arguments, String.join("", texts));
  }

  /** The script that takes it away. */
  ShellScript withdrawal(BareHost machine) {
    return new ShellScript(WITHDRAW, place(machine), "");
  }

  private List<String> place(BareHost machine) {
    return List.of(
        settings.folder("overrides").value(),
        machine.name().value(),
        settings.folder("scripts").value());
  }

  private String gmond(BareHost machine) throws MachineTrouble {
    if (settings.gmond().isEmpty()) {
      return "";
    }
    try {
      String text = Files.readString(Path.of(settings.gmond()));
      return "/* Laid here by XSM for %s. */\n%s".formatted(machine.name(), text);
    } catch (IOException unreadable) {
      throw new MachineTrouble(
          TroubleKind.BAD_CONFIG,
          "Ganglia's configuration %s, which %s is to get, cannot be read (%s). Put it there, or set xsm.boot.images.gmond to another file."
              .formatted(settings.gmond(), machine.name(), unreadable.getMessage()));
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String network(BareHost machine) {
    return """
        # Written by XSM for %1$s; what its network is made of.
        HOSTNAME=%1$s
        ADDRESSING=%2$s
        ADDRESS=%3$s
        PREFIX=%4$d
        GATEWAY=%5$s
        HWADDR=%6$s
        """
        .formatted(
            machine.name(),
            machine.addressing().name().toLowerCase(Locale.ROOT),
            machine.address(),
            settings.prefix(),
            settings.gateway(),
            machine.mac().value().toLowerCase(Locale.ROOT));
  }
}
