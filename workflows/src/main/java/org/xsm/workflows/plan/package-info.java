/** What is to do: a pure comparison of what is wanted with what was found. No clock, no I/O. */
package org.xsm.workflows.plan;
