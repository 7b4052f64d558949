/** The dialect of {@code xl}, Xen's toolstack since 4.1: its scripts, and what it prints. */
package org.xsm.connectors.xen.xl;
