/**
 * Our own tables: runs, journal, steps, approvals, the VMs that we have undertaken, and what hosts
 * answered.
 */
package org.xsm.engine.store;
