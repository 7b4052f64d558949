/**
 * What a plan will look like when it is carried out: when which step runs, and how full each host
 * is meanwhile. For people who are to approve it; nothing is decided by it. Pure.
 */
package org.xsm.workflows.forecast;
