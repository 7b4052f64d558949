package org.xsm.engine.commandline;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells which build this is, as its jar's manifest says. */
final class Release implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "xsm "
          + Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
              .orElse("of an unpacked build")
    };
  }
}
