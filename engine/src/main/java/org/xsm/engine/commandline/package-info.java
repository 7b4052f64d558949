/**
 * The command line {@code xsm}: a client of the manager's API, in its own jar. Starts no Spring and
 * knows nothing of the manager's inside, so that it is quick and does only what any program may.
 */
package org.xsm.engine.commandline;
