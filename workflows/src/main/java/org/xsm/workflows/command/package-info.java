/** What a connector is asked to do to a host, and the three things that it may answer. */
package org.xsm.workflows.command;
