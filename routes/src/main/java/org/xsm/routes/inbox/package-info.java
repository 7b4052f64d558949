/** The watched folder: from a dropped file to a run, or to a report of what is wrong with it. */
package org.xsm.routes.inbox;
