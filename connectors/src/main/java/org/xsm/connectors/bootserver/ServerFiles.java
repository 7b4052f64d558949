package org.xsm.connectors.bootserver;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xsm.connectors.ssh.ShellScript;
import org.xsm.workflows.command.TroubleKind;

/**
 * Writes and removes files on the boot server: whole or not at all, and only where something
 * changes.
 */
public final class ServerFiles {
  private static final String PUT = ShellScript.load(ServerFiles.class, "put.sh");
  private static final String REMOVE = ShellScript.load(ServerFiles.class, "remove.sh");
  private static final String MISSING = ShellScript.load(ServerFiles.class, "missing.sh");

  private final BootServer server;

  public ServerFiles(BootServer server) {
    this.server = server;
  }

  /**
   * Sees to it that the file is there with this text.
   *
   * @throws MachineTrouble when somebody else's file is in its place, or it cannot be written
   */
  public Change put(ServerFile file) throws MachineTrouble {
    List<String> arguments =
        List.of(file.path().value(), ServerFile.MODE, Integer.toString(file.size()), file.mark());
    return change(file.path(), server.run(new ShellScript(PUT, arguments, file.text())));
  }

  /**
   * Sees to it that the file is not there.
   *
   * @param mark what it must hold in its first lines to be ours; empty where its name is ours alone
   * @throws MachineTrouble when it is somebody else's, or cannot be removed
   */
  public Change remove(ServerPath path, String mark) throws MachineTrouble {
    return change(path, server.run(ShellScript.of(REMOVE, path.value(), mark)));
  }

  /** Those of the files that are not there, or are empty. Changes nothing. */
  public List<String> missing(Collection<ServerPath> files) throws MachineTrouble {
    String[] paths = files.stream().map(ServerPath::value).toArray(String[]::new);
    return server.run(ShellScript.of(MISSING, paths)).lines();
  }

  private Change change(ServerPath path, Verdict verdict) throws MachineTrouble {
    Optional<Change> change = Change.find(verdict.word());
    if (change.isEmpty()) {
      throw trouble(path, verdict);
    }
    return change.get();
  }

  private MachineTrouble trouble(ServerPath path, Verdict verdict) {
    String where = path + " on " + server.place();
    return switch (verdict.word()) {
      case "foreign" ->
          new MachineTrouble(
              TroubleKind.NAME_TAKEN,
              where
                  + " is not of our making and was left as it is. Move it away, or keep it and"
                  + " leave this out.");
      case "no-folder" ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              "There is no folder for "
                  + where
                  + ". Make it, or name the right one in the manager's settings (xsm.boot).");
      case "incomplete" ->
          new MachineTrouble(
              TroubleKind.INTERRUPTED, where + " arrived incomplete and was not put in place.");
      default ->
          new MachineTrouble(
              TroubleKind.REFUSED,
              where
                  + " cannot be written: "
                  + verdict.cause()
                  + ". Give the user who logs in there the right to.");
    };
  }
}
