/** The first minute of the manager's life: home folder, database, greeting. */
package org.xsm.engine.start;
