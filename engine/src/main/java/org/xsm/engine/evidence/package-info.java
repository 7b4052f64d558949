/** Checks journals of runs where no manager runs. */
package org.xsm.engine.evidence;
