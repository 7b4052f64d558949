package org.xsm.engine.crash.matrix;

/** What all performances have in common. */
record Company(FastStart fast, Matrix matrix, Tally tally) {}
