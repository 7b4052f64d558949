package org.xsm.engine.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows unknown settings at start as a message instead of a stack trace. */
public final class UnknownSettingsAnalyzer extends AbstractFailureAnalyzer<UnknownSettings> {
  @Override
  protected FailureAnalysis analyze(Throwable root, UnknownSettings unknown) {
    return new FailureAnalysis(
        unknown.getMessage(),
        "Correct the name on the command line or in xsm.yaml in the home folder.",
        unknown);
  }
}
