/**
 * Powering bare machines on and off: by their management controllers (IPMI), by waking them over
 * the network, by asking the system that lives on them, or by a person.
 *
 * <p>Nothing is powered twice under one operation id: what an operation has come to is looked at
 * where it can be seen, and remembered in {@code HOME/data/power} where it cannot.
 */
package org.xsm.connectors.power;
