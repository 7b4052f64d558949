/**
 * A run of the manager and its journal, and the ports through which columns and roof speak about
 * runs.
 */
package org.xsm.workflows.run;
