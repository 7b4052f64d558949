package org.xsm.engine.store;

import org.xsm.workflows.run.RunId;

/**
 * Published when something was written about a run, or about a file that was refused before it
 * could become one, within the transaction that wrote it.
 */
public record RunChanged(RunId run) {}
