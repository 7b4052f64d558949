/** The counters at which columns ask: sites in, runs, tasks. */
package org.xsm.engine.desk;
