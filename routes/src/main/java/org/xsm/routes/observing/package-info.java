/** Looks at the hosts from time to time, also when nobody asks for anything. */
package org.xsm.routes.observing;
