/** The Java side of the drawings: what their service tasks do, and how runs and steps go on. */
package org.xsm.engine.process;
