package org.xsm.connectors.xen;

import java.util.List;
import org.xsm.workflows.command.TroubleKind;
import org.xsm.workflows.observation.Domain;
import org.xsm.workflows.observation.HostFound;
import org.xsm.workflows.site.HostAddress;

/** A dialect: the scripts that one of Xen's tools needs, and how its answers are read. */
public interface Toolstack {
  /** The tool's command. */
  String name();

  /**
   * The script that asks for all that an observation tells.
   *
   * @param seconds limit for each of its commands
   */
  Script lookAtHost(long seconds);

  /** The script that asks for the domains only, since that is several times faster. */
  Script lookAtDomains(long seconds);

  HostFound.Up readHost(HostAddress host, Sections answer) throws HostTrouble;

  List<Domain> readDomains(HostAddress host, Sections answer) throws HostTrouble;

  /** The shell functions in which the scripts that act are written; see {@link Act}. */
  String words();

  /** The command that carries a migration to the other host; empty for the tool's own. */
  String carrier();

  /**
   * Why the tool failed.
   *
   * @param errors what it wrote to standard error
   */
  Diagnosis diagnose(int exit, String errors);

  /**
   * Why a tool failed.
   *
   * @param cause the line that says so, in the tool's own words
   */
  record Diagnosis(TroubleKind kind, String cause) {}
}
