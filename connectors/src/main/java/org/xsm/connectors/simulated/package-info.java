/**
 * A site of stand-in hosts: a real shell and a stand-in {@code xl} behind a real SSH server, for
 * each address asked.
 */
package org.xsm.connectors.simulated;
