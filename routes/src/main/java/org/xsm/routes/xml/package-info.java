/** Reads XML from strangers: hardened, bounded, and without losing lines or order. */
package org.xsm.routes.xml;
