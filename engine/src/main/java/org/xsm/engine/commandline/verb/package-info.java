/** The commands, one type each. */
package org.xsm.engine.commandline.verb;
