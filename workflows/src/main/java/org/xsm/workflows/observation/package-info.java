/** What was found: hosts as they answered, or did not. */
package org.xsm.workflows.observation;
