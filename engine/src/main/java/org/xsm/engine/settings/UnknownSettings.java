package org.xsm.engine.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Says which settings nobody reads. */
public final class UnknownSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A key that was set, and the nearest known one. */
  public record Unknown(String key, String nearest) {}

  UnknownSettings(List<Unknown> unknown) {
    super(
        unknown.stream()
            .map(
                setting ->
                    "There is no setting "
                        + setting.key()
                        + ". Did you mean "
                        + setting.nearest()
                        + "?")
            .collect(Collectors.joining("\n")));
  }
}
