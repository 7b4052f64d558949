/** Starts the manager fast: with a class-data archive, made at an earlier start. */
package org.xsm.engine.launch;
