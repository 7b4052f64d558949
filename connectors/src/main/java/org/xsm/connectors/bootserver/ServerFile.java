package org.xsm.connectors.bootserver;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file as it shall be on the boot server.
 *
 * @param text what it holds, as UTF-8
 * @param mark what one that is there already must hold in its first lines to be ours, so that
 *     nobody else's file is overwritten; empty where its name is ours alone
 */
public record ServerFile(ServerPath path, String text, String mark) {
  /** Readable by everybody: the servers run as users of their own. */
  static final String MODE = "0644";

  public ServerFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(text);
    if (!text.contains(mark)) {
      throw new IllegalStateException(path + " would not be known for ours again");
    }
  }

  /** A file whose name is ours alone. */
  public static ServerFile ours(ServerPath path, String text) {
    return new ServerFile(path, text, "");
  }

  int size() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
