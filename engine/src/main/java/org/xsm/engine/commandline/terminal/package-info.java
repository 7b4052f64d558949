/** What a command speaks with: streams, terminal, exit code. */
package org.xsm.engine.commandline.terminal;
