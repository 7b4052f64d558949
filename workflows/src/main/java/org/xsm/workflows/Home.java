package org.xsm.workflows;

import java.nio.file.Path;

/** The manager's home folder ({@code xsm.home}) and the folders in it. */
public record Home(Path root) {
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** Where site files are dropped. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Where files go that became a run. */
  public Path accepted() {
    return root.resolve("accepted");
  }

  /** Where files go that were wrong, each with a report beside it. */
  public Path rejected() {
    return root.resolve("rejected");
  }

  /** Guest config templates. */
  public Path templates() {
    return root.resolve("templates");
  }

  /** The database, simulated hosts, and files between inbox and accepted. */
  public Path data() {
    return root.resolve("data");
  }

  /** The manager's key and the hosts' keys that it knows. */
  public Path ssh() {
    return root.resolve("ssh");
  }

  /** While a file lies here, whatever is in it, nothing is begun on any host. */
  public Path stopFile() {
    return root.resolve("STOP");
  }

  /** Passwords; readable by the owner only. */
  public Path secrets() {
    return root.resolve("secrets");
  }
}
