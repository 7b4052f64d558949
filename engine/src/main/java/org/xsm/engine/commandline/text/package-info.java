/** Prints what the manager has answered: pure functions from JSON to lines. */
package org.xsm.engine.commandline.text;
