/** Follows a run while it is carried out, on a terminal and for programs. */
package org.xsm.engine.commandline.watch;
