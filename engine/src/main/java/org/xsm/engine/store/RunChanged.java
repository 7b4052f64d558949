package org.xsm.engine.store;

import org.xsm.workflows.run.RunId;

/** Published when something was written about a run, within the transaction that wrote it. */
public record RunChanged(RunId run) {}
