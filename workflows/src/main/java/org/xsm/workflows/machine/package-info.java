/** How far bare machines have come on their way to a Xen host, as servers and machines tell. */
package org.xsm.workflows.machine;
