/** What can be set about the manager as a whole; each column has its own settings. */
package org.xsm.engine.settings;
