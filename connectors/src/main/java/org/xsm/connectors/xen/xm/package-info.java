/** The dialect of {@code xm}, the client of xend, Xen's toolstack until 4.4. */
package org.xsm.connectors.xen.xm;
