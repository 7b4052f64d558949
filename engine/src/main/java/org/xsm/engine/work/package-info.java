/** Hands external tasks to those who can do them, and their answers back to the engine. */
package org.xsm.engine.work;
