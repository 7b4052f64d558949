/**
 * Puts the changes of guests into an order in which memory always suffices. Knows hosts and guests
 * by number only, and nothing of files, names and configs. Pure.
 *
 * <p>The proof, in three parts. (1) {@link Admission} lets in only what fits in the end. (2) {@link
 * Placement} carries acts out one after the other, and refuses one that does not fit. (3) {@link
 * Ledger} turns that order into a graph: every MiB that an act takes is followed back to the act
 * that gave it, for which it waits. So each MiB of a host is a token that goes from hand to hand
 * along the graph and is in one hand at a time, whatever order the graph allows.
 */
package org.xsm.workflows.plan.room;
