/**
 * Xen hosts: what they are asked, how an operation on one survives our death, and the seam between
 * their toolstacks.
 */
package org.xsm.connectors.xen;
