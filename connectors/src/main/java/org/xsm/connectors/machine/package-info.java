/** Carries out what is asked about bare machines, on the boot server and on their power. */
package org.xsm.connectors.machine;
