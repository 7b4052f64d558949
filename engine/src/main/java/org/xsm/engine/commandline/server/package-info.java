/** Speaks with the manager by its API: address, login, trust, requests. */
package org.xsm.engine.commandline.server;
