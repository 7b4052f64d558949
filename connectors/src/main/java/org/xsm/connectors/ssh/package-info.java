/**
 * The way to a host: commands over kept SSH connections. The only room that knows Camel SSH and
 * Apache MINA's client.
 */
package org.xsm.connectors.ssh;
