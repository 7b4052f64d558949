/**
 * The machine on which DHCP, TFTP and the images live, and how we work on it: by small scripts that
 * write whole files, on this machine or over SSH like on any host. Everything that names a file is
 * checked by {@link org.xsm.connectors.bootserver.ServerPath}; everything else is an argument or
 * standard input of a script, never a part of one.
 */
package org.xsm.connectors.bootserver;
