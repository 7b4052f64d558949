/**
 * Watches bare machines on their way, by the logs of the boot server and by what installers report.
 */
package org.xsm.connectors.watch;
